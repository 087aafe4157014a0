//! Staged rows, those of one address together.

use std::io;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::fault::unstaged;
use crate::ledger::LedgerError;
use crate::ledger::staged::{Page, SortedRows, StagedRow};

/// Pages that are read ahead at most.
const AHEAD: usize = 4;

/// Groups in the order of their addresses. Another thread merges their rows, while what came before is decided and written.
pub(super) struct Groups {
    coming: Receiver<io::Result<Page>>,
    page: Page,
    /// The first row of the next group.
    ahead: Option<(String, StagedRow)>,
}

impl Groups {
    /// The next address and its rows; nothing at the end.
    pub(super) fn next(&mut self) -> Result<Option<(String, Vec<StagedRow>)>, LedgerError> {
        let first = match self.ahead.take() {
            None => self.row()?,
            first => first,
        };
        let Some((address, row)) = first else {
            return Ok(None);
        };
        let mut group = vec![row];
        loop {
            match self.row()? {
                Some((next, row)) if next == address => group.push(row),
                other => {
                    self.ahead = other;
                    return Ok(Some((address, group)));
                }
            }
        }
    }

    fn row(&mut self) -> Result<Option<(String, StagedRow)>, LedgerError> {
        if self.page.is_empty() {
            match self.coming.recv() {
                Ok(page) => self.page = page.map_err(|error| unstaged(&error))?,
                // The other thread has come to the end.
                Err(_) => return Ok(None),
            }
        }
        self.page.next().map_err(|error| unstaged(&error))
    }
}

/// Gives somebody the groups of these rows, which are read meanwhile.
pub(super) fn read_ahead<T>(
    rows: SortedRows<'_>,
    take: impl FnOnce(&mut Groups) -> Result<T, LedgerError>,
) -> Result<T, LedgerError> {
    thread::scope(|scope| {
        let (hand_over, coming) = sync_channel(AHEAD);
        thread::Builder::new()
            .name("staged rows".to_owned())
            .spawn_scoped(scope, move || read(rows, &hand_over))
            .map_err(|error| LedgerError::Unwritable(format!("the system gives no thread: {error}")))?;
        // Gone at the end of this block, so that the other thread does not wait for us in vain.
        let mut groups = Groups {
            coming,
            page: Page::default(),
            ahead: None,
        };
        take(&mut groups)
    })
}

/// Reads all, unless nobody wants them any more.
fn read(mut rows: SortedRows<'_>, hand_over: &SyncSender<io::Result<Page>>) {
    loop {
        let page = rows.next_page();
        let is_last = page.as_ref().map_or(true, Page::is_empty);
        if hand_over.send(page).is_err() || is_last {
            return;
        }
    }
}
