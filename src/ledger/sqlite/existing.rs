//! The rows that an issue has, for the walk of a plan.

use std::collections::VecDeque;

use rusqlite::{Connection, Row, params};

use super::decide::{Cause, Existing};
use super::rows::state;
use crate::ledger::{LedgerError, Run};

/// Rows read at a time.
const PAGE: u32 = 1_000;

/// In address order, page by page: no query is open while the walk changes the table, and what it adds or changes stands before the page that comes next.
pub(super) struct ExistingRows<'a> {
    connection: &'a Connection,
    run: Run,
    page: VecDeque<(String, Existing)>,
    /// The last address of the page; nothing when there is no further page.
    last: Option<String>,
}

impl<'a> ExistingRows<'a> {
    /// Of the issue of a run.
    pub(super) fn new(connection: &'a Connection, run: Run) -> Self {
        Self {
            connection,
            run,
            page: VecDeque::new(),
            last: Some(String::new()),
        }
    }

    /// The next row and its address; nothing at the end.
    pub(super) fn next(&mut self) -> Result<Option<(String, Existing)>, LedgerError> {
        if self.page.is_empty()
            && let Some(last) = self.last.take()
        {
            self.turn(&last)?;
        }
        Ok(self.page.pop_front())
    }

    fn turn(&mut self, last: &str) -> Result<(), LedgerError> {
        let mut after = self.connection.prepare_cached(
            // Rows that were never usable are not among them: a plan lays them down anew.
            "SELECT address, id, iif(state IN (0, 1) AND EXISTS (SELECT 1 FROM intent WHERE intent.copy = copy.id), 2, state), cause, reason, lists, joined FROM copy
             WHERE issue = ?1 AND address > ?2 AND NOT (cause IS 3 AND attempts = 0) ORDER BY address LIMIT ?3",
        )?;
        let mut rows = after.query(params![self.run.0, last, PAGE])?;
        while let Some(row) = rows.next()? {
            self.page.push_back((row.get(0)?, existing(row)?));
        }
        if self.page.len() == PAGE as usize {
            self.last = self.page.back().map(|(address, _)| address.clone());
        }
        Ok(())
    }
}

fn existing(row: &Row<'_>) -> Result<Existing, LedgerError> {
    Ok(Existing {
        id: row.get(1)?,
        state: state(row.get(2)?)?,
        cause: row.get::<_, Option<u8>>(3)?.and_then(Cause::numbered),
        reason: row.get(4)?,
        lists: row.get(5)?,
        joined: row.get(6)?,
    })
}
