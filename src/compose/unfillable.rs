//! A copy that cannot be made.

use super::ComposeError;

/// Why one subscriber's copy cannot be made: which tag, where it was written, and what is wrong with it. That subscriber is suppressed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct Unfillable {
    /// The reason, as a person is told it.
    pub reason: String,
}

impl Unfillable {
    pub(super) fn new(reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
        }
    }
}

impl From<ComposeError> for Unfillable {
    fn from(error: ComposeError) -> Self {
        Self::new(error.to_string())
    }
}
