//! Group commit: intents and outcomes of every connection in one durable write.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::oneshot;

use super::Run;
use super::ledger_handle::{LedgerHandle, ended};
use super::orders::Order;
use super::terms::Terms;
use crate::message::{Attempt, Journal, JournalFault, Outcome};

/// The journal of a run. Connections share it, and many copies pay for one commit.
#[derive(Debug, Clone)]
pub struct Committer {
    ledger: LedgerHandle,
    terms: Arc<Terms>,
}

impl Committer {
    /// The journal of an issue that is open on the ledger's thread. A row that is refused for now is due again after `retry_delays[attempt - 1]`, or the last of them.
    pub fn new(ledger: LedgerHandle, run: Run, retry_delays: Vec<Duration>) -> Self {
        let terms = Arc::new(Terms {
            run,
            retry_delays,
            worth_a_commit: 1,
        });
        Self { ledger, terms }
    }

    /// The same for so many connections: a quarter of them may have asked for an intent before one is committed, as long as none of them waits for its own.
    /// Each asks early, while the copy before is under way.
    #[must_use]
    pub fn shared_by(self, connections: usize) -> Self {
        let terms = Arc::new(Terms {
            worth_a_commit: connections.div_ceil(4),
            ..Terms::clone(&self.terms)
        });
        Self { terms, ..self }
    }

    /// Returns when every outcome recorded before is durable. After a fault it tries once more to write those that are not: a full disk may have room again, and each
    /// outcome written is one copy less in doubt.
    pub async fn flush(&self) -> Result<(), JournalFault> {
        let (answer, flushed) = oneshot::channel();
        self.ledger.order(Order::Flush(answer))?;
        flushed.await.map_err(|_| ended())?
    }
}

impl Journal for Committer {
    async fn intend(&self, attempt: Attempt) -> Result<bool, JournalFault> {
        let (answer, durable) = oneshot::channel();
        let terms = Arc::clone(&self.terms);
        self.ledger.order(Order::Intend {
            terms,
            attempt,
            answer,
        })?;
        durable.await.map_err(|_| ended())?
    }

    fn hurry(&self, attempt: Attempt) {
        self.ledger.hurry(attempt);
    }

    async fn stands(&self, attempt: Attempt) -> bool {
        let run = self.terms.run;
        // Where the ledger cannot be read, the intent will tell.
        let asked = self.ledger.call(move |engine| engine.stands(run, attempt));
        asked.await.unwrap_or(true)
    }

    async fn record(&self, attempt: Attempt, outcome: Outcome) -> Result<(), JournalFault> {
        let terms = Arc::clone(&self.terms);
        self.ledger.order(Order::Record {
            terms,
            attempt,
            outcome,
        })?;
        self.ledger.fault().map_or(Ok(()), Err)
    }
}
