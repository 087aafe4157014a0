//! The subcommands of `digest subscribers`.

use crate::command::Context;
use crate::foundation::{ExitStatus, Failure};

use super::{
    add::Add, check::Check, forget::Forget, list::List, remove::Remove, resubscribe::Resubscribe,
    unsubscribe::Unsubscribe,
};

/// What can be done with subscribers.
#[derive(Debug, clap::Subcommand)]
pub enum Subscribers {
    /// List lists, or the subscribers of one
    List(List),
    /// Put someone on a list
    Add(Add),
    /// Take someone off a list's file
    Remove(Remove),
    /// Find bad rows and duplicate addresses
    Check(Check),
    /// Suppress people who leave, by address or by the token of their copy
    Unsubscribe(Unsubscribe),
    /// Lift the suppression of people who come back
    Resubscribe(Resubscribe),
    /// Erase people everywhere; only a keyed hash stays
    Forget(Forget),
}

impl Subscribers {
    pub(in crate::command) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        match self {
            Self::List(command) => command.run(context),
            Self::Add(command) => command.run(context),
            Self::Remove(command) => command.run(context),
            Self::Check(command) => command.run(context),
            Self::Unsubscribe(command) => command.run(context),
            Self::Resubscribe(command) => command.run(context),
            Self::Forget(command) => command.run(context),
        }
    }
}
