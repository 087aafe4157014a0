//! Some staged rows, as bytes.

use std::io;

use super::StagedRow;
use super::record;

/// Records that lie one behind the other: what one thread gives another costs little as long as it is in one piece.
#[derive(Debug, Default)]
pub(in crate::ledger) struct Page {
    records: Vec<u8>,
    /// Where the next one begins.
    at: usize,
}

impl Page {
    /// Of these records.
    pub(super) fn new(records: Vec<u8>) -> Self {
        Self { records, at: 0 }
    }

    /// Whether nothing is left of it.
    pub(in crate::ledger) fn is_empty(&self) -> bool {
        self.at == self.records.len()
    }

    /// The next row and its address; nothing at the end.
    pub(in crate::ledger) fn next(&mut self) -> io::Result<Option<(String, StagedRow)>> {
        let rest = &self.records[self.at..];
        let Some(length) = record::length(rest) else {
            return Ok(None);
        };
        self.at += length;
        record::read(&rest[..length]).map(Some)
    }
}
