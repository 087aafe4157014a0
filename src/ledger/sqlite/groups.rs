//! Staged rows, those of one address together.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::fault::unstaged;
use crate::ledger::LedgerError;
use crate::ledger::staged::{SortedRows, StagedRow};

/// An address and its rows.
pub(super) type Group = (String, Vec<StagedRow>);

/// Groups that are handed over together.
const TOGETHER: usize = 256;
/// So many times as many are read ahead at most: they take some hundred kilobytes.
const AHEAD: usize = 4;

/// Groups in the order of their addresses. They come from another thread, as merging them takes half as long as what is then done with them.
pub(super) struct Groups {
    coming: Receiver<Result<Vec<Group>, LedgerError>>,
    here: std::vec::IntoIter<Group>,
}

impl Groups {
    /// The next one; nothing at the end.
    pub(super) fn next(&mut self) -> Result<Option<Group>, LedgerError> {
        loop {
            if let Some(group) = self.here.next() {
                return Ok(Some(group));
            }
            match self.coming.recv() {
                Ok(groups) => self.here = groups?.into_iter(),
                // The other thread has come to the end.
                Err(_) => return Ok(None),
            }
        }
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
            .map_err(|error| unstaged(&error))?;
        // Gone at the end of this block, so that the other thread does not wait for us in vain.
        let mut groups = Groups {
            coming,
            here: Vec::new().into_iter(),
        };
        take(&mut groups)
    })
}

/// Reads all, unless nobody wants them any more.
fn read(mut rows: SortedRows<'_>, hand_over: &SyncSender<Result<Vec<Group>, LedgerError>>) {
    let mut groups: Vec<Group> = Vec::with_capacity(TOGETHER);
    loop {
        match rows.next() {
            Ok(Some((address, row))) => match groups.last_mut() {
                Some((same, group)) if *same == address => group.push(row),
                _ => {
                    if groups.len() == TOGETHER {
                        let full = std::mem::replace(&mut groups, Vec::with_capacity(TOGETHER));
                        if hand_over.send(Ok(full)).is_err() {
                            return;
                        }
                    }
                    groups.push((address, vec![row]));
                }
            },
            Ok(None) => {
                let _ = hand_over.send(Ok(groups));
                return;
            }
            Err(error) => {
                let _ = hand_over.send(Err(unstaged(&error)));
                return;
            }
        }
    }
}
