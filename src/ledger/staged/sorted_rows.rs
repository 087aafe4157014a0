//! Staged rows in the order of their addresses.

use std::cmp::Ordering;
use std::collections::binary_heap::PeekMut;
use std::collections::{BinaryHeap, HashSet};
use std::io;

use super::StagedRow;
use super::cursor::Cursor;
use super::record;

/// Merges the runs. Rows of one address come in the order in which they were staged.
pub(in crate::ledger) struct SortedRows<'a> {
    heads: BinaryHeap<Head<'a>>,
    left_out: &'a HashSet<String>,
}

/// A run, ordered among the others by the record that it stands at: the heap has the least on top.
struct Head<'a> {
    /// Which run: earlier ones were staged before.
    run: usize,
    cursor: Cursor<'a>,
}

impl<'a> SortedRows<'a> {
    /// Of these runs, in the order staged.
    pub(super) fn new(runs: Vec<Cursor<'a>>, left_out: &'a HashSet<String>) -> Self {
        let runs = runs.into_iter().enumerate();
        Self {
            heads: runs.map(|(run, cursor)| Head { run, cursor }).collect(),
            left_out,
        }
    }

    /// The next row and its address; nothing at the end.
    pub(in crate::ledger) fn next(&mut self) -> io::Result<Option<(String, StagedRow)>> {
        while let Some(mut first) = self.heads.peek_mut() {
            let row = record::read(first.cursor.record())?;
            // A run that has ended, or cannot be read, stands nowhere among the others.
            match first.cursor.advance() {
                Ok(true) => {}
                Ok(false) => drop(PeekMut::pop(first)),
                Err(error) => {
                    PeekMut::pop(first);
                    return Err(error);
                }
            }
            if self.left_out.is_empty() || !self.left_out.contains(&row.0) {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }
}

impl Head<'_> {
    fn key(&self) -> (&[u8], usize) {
        (record::address(self.cursor.record()), self.run)
    }
}

impl Ord for Head<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        other.key().cmp(&self.key())
    }
}

impl PartialOrd for Head<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Head<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Head<'_> {}
