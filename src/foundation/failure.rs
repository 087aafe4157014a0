//! Why a command could not do its work.

use std::fmt;

use super::{Diagnostic, ExitStatus};

/// A failure as a person is told it: what happened (lower case, values in backticks, no final period), hints as data, findings
/// where files are at fault, and the exit status that follows.
#[derive(Debug, Clone)]
pub struct Failure {
    /// The exit status.
    pub status: ExitStatus,
    /// What happened.
    pub message: String,
    /// What to do next, a sentence each.
    pub hints: Vec<String>,
    /// The findings behind it.
    pub diagnostics: Vec<Diagnostic>,
}

impl Failure {
    /// Nothing could start.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            status: ExitStatus::CannotStart,
            message: message.into(),
            hints: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    /// It may go through when run again.
    pub fn again(message: impl Into<String>) -> Self {
        Self::new(message).with_status(ExitStatus::Again)
    }

    /// The same failure with another status.
    #[must_use]
    pub fn with_status(mut self, status: ExitStatus) -> Self {
        self.status = status;
        self
    }

    /// The same failure with one more hint.
    #[must_use]
    pub fn hinted(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// The same failure with the findings behind it.
    #[must_use]
    pub fn with_diagnostics(mut self, diagnostics: Vec<Diagnostic>) -> Self {
        self.diagnostics = diagnostics;
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}
