//! What the process was given: variables, folder, terminal, clock.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::{Clock, Interrupt};

/// The outside world as an argument. `run` fills it from the process; tests fill it by hand.
#[derive(Debug, Clone)]
pub struct Environment {
    /// Environment variables.
    pub variables: BTreeMap<String, String>,
    /// The folder in which the program was started.
    pub directory: PathBuf,
    /// What the streams are.
    pub terminal: Terminal,
    /// The time of day.
    pub clock: Clock,
    /// Ctrl-C, as far as it came.
    pub interrupt: Interrupt,
}

impl Environment {
    /// A variable's value; one that is set and empty counts as absent.
    pub fn variable(&self, name: &str) -> Option<&str> {
        self.variables
            .get(name)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }
}

/// Which streams are a person's terminal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Terminal {
    /// Standard input.
    pub input: bool,
    /// Standard output.
    pub output: bool,
    /// Standard error, where questions and progress go.
    pub error: bool,
    /// Columns, where known.
    pub width: Option<u16>,
}

impl Terminal {
    /// Whether a person can be asked.
    pub fn is_interactive(self) -> bool {
        self.input && self.error
    }
}
