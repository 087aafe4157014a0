//! What every command is given.

use crate::foundation::{Environment, Failure};
use crate::publication::Publication;
use crate::report::Console;

use super::Options;

/// The outside world, the way to print, and what was said to every command.
#[derive(Debug)]
pub struct Context {
    /// The outside world; its directory is the one that `-C` names.
    pub environment: Environment,
    /// The way to print.
    pub console: Console,
    /// What was said to every command.
    pub options: Options,
}

impl Context {
    /// The publication that one stands in.
    pub fn publication(&self) -> Result<Publication, Failure> {
        Publication::find(&self.environment.directory)
    }

    /// Whether a person is there to be asked, and wants to be.
    pub fn can_ask(&self) -> bool {
        self.environment.terminal.is_interactive() && !self.options.no_input
    }
}
