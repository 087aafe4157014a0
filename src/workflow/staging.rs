//! Rows on their way into the plan.

use std::pin::Pin;

use crate::foundation::Failure;
use crate::ledger::{LedgerError, Recipient};

use super::desk::ledger_failure;
use super::opened_ledger::OpenedLedger;

/// Rows staged at a time.
const CHUNK: usize = 1_000;

type Pending = Pin<Box<dyn Future<Output = Result<Vec<Recipient>, LedgerError>> + Send>>;

/// Gathers rows and hands them to the ledger by the thousand. It takes in the one chunk while the next is read.
pub(super) struct Staging<'a> {
    ledger: &'a OpenedLedger,
    chunk: Vec<Recipient>,
    pending: Option<Pending>,
}

impl<'a> Staging<'a> {
    /// For the open issue of a ledger.
    pub(super) fn new(ledger: &'a OpenedLedger) -> Self {
        Self {
            ledger,
            chunk: Vec::with_capacity(CHUNK),
            pending: None,
        }
    }

    /// Adds a row.
    pub(super) async fn push(&mut self, row: Recipient) -> Result<(), Failure> {
        self.chunk.push(row);
        if self.chunk.len() == CHUNK {
            self.hand_over().await
        } else {
            Ok(())
        }
    }

    /// Returns when all rows are staged.
    pub(super) async fn finish(mut self) -> Result<(), Failure> {
        self.hand_over().await?;
        self.wait().await.map(drop)
    }

    async fn hand_over(&mut self) -> Result<(), Failure> {
        let mut spare = self.wait().await?;
        // Here, where it was made: to free what another thread has made costs as much as making it.
        spare.clear();
        let rows = std::mem::replace(&mut self.chunk, spare);
        let run = self.ledger.run;
        let begun = self.ledger.handle.begin(move |engine| {
            engine.plan(run, &rows)?;
            Ok(rows)
        });
        self.pending = Some(Box::pin(begun));
        Ok(())
    }

    /// The chunk that was handed over before, once the ledger has taken it in.
    async fn wait(&mut self) -> Result<Vec<Recipient>, Failure> {
        match self.pending.take() {
            Some(pending) => pending.await.map_err(|error| ledger_failure(&error)),
            None => Ok(Vec::with_capacity(CHUNK)),
        }
    }
}
