//! What one dialogue came to.

use crate::message::Outcome;

use super::Stop;
use super::lost::Lost;

/// One copy's outcome, and what it means for the connection and the run.
#[derive(Debug)]
pub(super) struct Turn {
    pub(super) outcome: Outcome,
    pub(super) after: After,
}

/// What comes next.
#[derive(Debug)]
pub(super) enum After {
    /// The connection can take the next copy.
    Ready,
    /// We gave the connection up; that says nothing of the relay.
    Dropped,
    /// The server closed the connection between two copies, as it may: this one goes over another, at once.
    Closed(Lost),
    /// The connection is lost.
    Lost(Lost),
    /// The connection is lost, and it was this copy's doing: that says nothing of the relay.
    PutOff(Lost),
    /// Nothing more is to be tried.
    Stop(Stop),
}

impl Turn {
    pub(super) fn new(outcome: Outcome, after: After) -> Self {
        Self { outcome, after }
    }

    /// Nothing was handed over, and the connection is of no more use.
    pub(super) fn nothing(after: After) -> Self {
        Self::new(Outcome::NotHandedOver, after)
    }
}

/// Before the final dot, a lost connection means that nothing was handed over.
impl From<Lost> for Turn {
    fn from(lost: Lost) -> Self {
        Self::nothing(After::Lost(lost))
    }
}
