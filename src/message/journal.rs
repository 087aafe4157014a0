//! Where `deliver` tells what it is about to do, and what came of it.

use std::future::Future;

use super::{Attempt, Outcome};

/// The record that makes a send provable. The ledger is one; tests have others.
pub trait Journal: Send + Sync + 'static {
    /// Makes it durable that the final dot of this attempt is about to be written. `false` means that the row is no longer ours: nothing
    /// may be sent. Once this has answered `true`, a crash leaves the row in doubt until [`Journal::record`].
    ///
    /// Dropped before it has answered, it is withdrawn: the journal itself may then record that nothing was handed over. Whoever has an outcome to record of this
    /// attempt awaits the answer first, lest the outcome come second and be lost.
    fn intend(&self, attempt: Attempt) -> impl Future<Output = Result<bool, JournalFault>> + Send;

    /// Somebody waits for the answer to this intent, and can do nothing else meanwhile. Until then a journal may wait for more to make durable together.
    fn hurry(&self, _attempt: Attempt) {}

    /// Whether an intent would be granted now: asked before a copy is begun where one was refused just before, since a message that was begun can only be given up
    /// with its connection. Promises nothing.
    fn stands(&self, _attempt: Attempt) -> impl Future<Output = bool> + Send {
        std::future::ready(true)
    }

    /// Records what became of an attempt, with or without a preceding intent. May return before it is durable; the end of the run waits for that.
    fn record(
        &self,
        attempt: Attempt,
        outcome: Outcome,
    ) -> impl Future<Output = Result<(), JournalFault>> + Send;
}

/// The journal cannot be written (disk full, read-only, broken): nothing more may be sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct JournalFault(pub String);
