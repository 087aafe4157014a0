//! Rows on their way into the plan.

use std::collections::VecDeque;

use crate::foundation::Failure;
use crate::ledger::{Recipients, Started};

use super::desk::ledger_failure;
use super::opened_ledger::OpenedLedger;

/// How many packs may wait for the ledger: as many as come while it writes some megabytes down.
const AHEAD: usize = 32;

/// Hands packs of rows to the ledger, which takes them in while further ones are read.
pub(super) struct Staging<'a> {
    ledger: &'a OpenedLedger,
    under_way: VecDeque<Started<()>>,
}

impl<'a> Staging<'a> {
    /// For the open issue of a ledger.
    pub(super) fn new(ledger: &'a OpenedLedger) -> Self {
        Self {
            ledger,
            under_way: VecDeque::with_capacity(AHEAD),
        }
    }

    /// Adds rows. Blocks while too many wait.
    pub(super) fn push(&mut self, rows: Recipients) -> Result<(), Failure> {
        if self.under_way.len() == AHEAD {
            self.wait()?;
        }
        let run = self.ledger.run;
        let started = self.ledger.handle.start(move |engine| engine.plan(run, &rows));
        self.under_way
            .push_back(started.map_err(|error| ledger_failure(&error))?);
        Ok(())
    }

    /// Blocks until all rows are staged.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        while !self.under_way.is_empty() {
            self.wait()?;
        }
        Ok(())
    }

    fn wait(&mut self) -> Result<(), Failure> {
        match self.under_way.pop_front() {
            Some(started) => started.wait().map_err(|error| ledger_failure(&error)),
            None => Ok(()),
        }
    }
}
