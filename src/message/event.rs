//! What happens during a send, for whoever draws it.

use super::{Attempt, Outcome, Phase};

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A connection to the relay stands.
    Connected {
        /// Which, from 0.
        connection: usize,
    },
    /// A connection was lost or could not be made; it is tried again.
    Disconnected {
        /// Which, from 0.
        connection: usize,
        /// How far the dialogue was.
        phase: Phase,
        /// What happened.
        reason: String,
    },
    /// A copy's try came to an end.
    Settled {
        /// Which try of which row.
        attempt: Attempt,
        /// What came of it.
        outcome: Outcome,
    },
    /// A person asked to stop; this many answers are still awaited.
    Stopping {
        /// Copies whose final dot was written and whose answer is not there yet.
        awaited: usize,
    },
}
