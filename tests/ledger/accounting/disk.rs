//! What lies on the disk, and what a power cut can leave of it.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The ledger's file and its write-ahead log.
pub(super) struct Disk {
    ledger: Vec<u8>,
    log: Vec<u8>,
}

/// A page of the file.
const PAGE: usize = 4096;
/// The header of the log; it changes when the log begins anew.
const LOG_HEADER: usize = 32;

impl Disk {
    pub(super) fn read(ledger: &Path) -> Self {
        Self {
            ledger: std::fs::read(ledger).unwrap(),
            log: std::fs::read(log_of(ledger)).unwrap_or_default(),
        }
    }

    pub(super) fn write(&self, ledger: &Path) {
        File::create(ledger).unwrap().write_all(&self.ledger).unwrap();
        File::create(log_of(ledger))
            .unwrap()
            .write_all(&self.log)
            .unwrap();
        let index = beside(ledger, "-shm");
        if index.exists() {
            std::fs::remove_file(index).unwrap();
        }
    }

    /// Every state between two synced ones: the log is written from front to back, and the file changes only once the log is whole. What is not written yet is as it was.
    pub(super) fn cuts<'a>(&'a self, after: &'a Self, step: usize) -> impl Iterator<Item = Self> + 'a {
        let first = common(&self.log, &after.log);
        let last = after
            .log
            .len()
            .saturating_sub(common_at_end(&self.log, &after.log));
        let logs = (first..last).step_by(step).map(|length| Self {
            ledger: self.ledger.clone(),
            log: spliced(&after.log, &self.log, length),
        });
        let moved = common(&self.ledger, &after.ledger);
        let files = (moved..after.ledger.len()).step_by(PAGE).map(|length| Self {
            ledger: spliced(&after.ledger, &self.ledger, length),
            log: after.log.clone(),
        });
        logs.chain(files)
    }

    /// Whether the log begins anew in `after`, or has been copied back into the file.
    pub(super) fn is_turned_by(&self, after: &Self) -> bool {
        self.ledger != after.ledger || common(&self.log, &after.log) < LOG_HEADER.min(self.log.len())
    }
}

fn spliced(new: &[u8], old: &[u8], length: usize) -> Vec<u8> {
    let rest = old.get(length..).unwrap_or_default();
    [&new[..length], rest].concat()
}

/// How many bytes at the front are the same.
fn common(one: &[u8], other: &[u8]) -> usize {
    let shared = one.len().min(other.len());
    // Page by page first: they are compared as memory is, and millions of bytes are.
    let pages = one[..shared].chunks(PAGE).zip(other[..shared].chunks(PAGE));
    let same = pages.take_while(|(one, other)| one == other).count() * PAGE;
    let differs = (same..shared).find(|at| one[*at] != other[*at]);
    differs.unwrap_or(shared)
}

/// How many bytes at the end are the same, of two that are equally long: what a log that begins anew has not reached yet.
fn common_at_end(one: &[u8], other: &[u8]) -> usize {
    if one.len() != other.len() {
        return 0;
    }
    let pages = one.rchunks(PAGE).zip(other.rchunks(PAGE));
    pages.take_while(|(one, other)| one == other).count() * PAGE
}

fn log_of(ledger: &Path) -> PathBuf {
    beside(ledger, "-wal")
}

fn beside(ledger: &Path, ending: &str) -> PathBuf {
    let mut name = ledger.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
