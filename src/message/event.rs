//! What happens during a send, for whoever draws it.

use std::time::Duration;

use super::{Attempt, Outcome, Phase, Reply};

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
    /// A connection that stood stands no more: it was lost, or it was not needed any longer.
    Closed {
        /// Which, from 0.
        connection: usize,
    },
    /// The relay is there, and has taken nothing for some seconds: it refuses us for now. It is tried again.
    RelayRefuses {
        /// How far the dialogue was.
        phase: Phase,
        /// For how long it is tried, from the first failure on.
        patience: Duration,
        /// What it said last.
        reply: Reply,
    },
    /// A copy's try came to an end.
    Settled {
        /// Which try of which row.
        attempt: Attempt,
        /// What came of it.
        outcome: Outcome,
    },
    /// A recipient domain has said too often that mail comes too fast: it gets none for a while, and then over one connection at a time.
    DomainRests {
        /// The domain, as A-labels.
        domain: String,
        /// For how long.
        pause: Duration,
        /// What it said last.
        reply: Reply,
    },
    /// A person asked to stop; this many answers are still awaited.
    Stopping {
        /// Copies whose final dot was written and whose answer is not there yet.
        awaited: usize,
    },
}
