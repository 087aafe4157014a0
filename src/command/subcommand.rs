//! The commands there are.

use crate::foundation::{ExitStatus, Failure};

use super::Context;
use super::{check::Check, explain::Explain, init::Init, new::New, render::Render, rules::Rules};

/// The commands there are, in the order in which a newsletter meets them.
#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
    /// Make a new publication
    Init(Init),
    /// Start an issue: asks for its parts and writes the draft
    New(Box<New>),
    /// Hold drafts and lists against the house style
    Check(Check),
    /// List what is checked
    Rules(Rules),
    /// Tell why a rule is there and what to do about its findings
    Explain(Explain),
    /// Show what a subscriber gets
    Render(Render),
}

impl Subcommand {
    /// Does it.
    pub fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        match self {
            Self::Init(command) => command.run(context),
            Self::New(command) => command.run(context),
            Self::Check(command) => command.run(context),
            Self::Rules(command) => command.run(context),
            Self::Explain(command) => command.run(context),
            Self::Render(command) => command.run(context),
        }
    }
}
