//! Staged rows in the order of their addresses.

use std::cmp::Ordering;
use std::collections::binary_heap::PeekMut;
use std::collections::{BinaryHeap, HashSet};
use std::io;

use super::StagedRow;
use super::cursor::Cursor;
use super::page::Page;
use super::record;

/// How many bytes of records make a page.
const PAGE: usize = 64 * 1024;

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
        self.take(record::read)?.transpose()
    }

    /// The next rows, as many as make a page; none at the end.
    pub(in crate::ledger) fn next_page(&mut self) -> io::Result<Page> {
        let mut records = Vec::with_capacity(PAGE + PAGE / 8);
        while records.len() < PAGE && self.take(|record| records.extend_from_slice(record))?.is_some() {}
        Ok(Page::new(records))
    }

    /// Lets somebody have the next record; nothing at the end.
    fn take<T>(&mut self, mut with: impl FnMut(&[u8]) -> T) -> io::Result<Option<T>> {
        while let Some(mut first) = self.heads.peek_mut() {
            let record = first.cursor.record();
            let is_left_out = !self.left_out.is_empty()
                && std::str::from_utf8(record::address(record))
                    .is_ok_and(|name| self.left_out.contains(name));
            let taken = (!is_left_out).then(|| with(record));
            // A run that has ended, or cannot be read, stands nowhere among the others.
            match first.cursor.advance() {
                Ok(true) => {}
                Ok(false) => drop(PeekMut::pop(first)),
                Err(error) => {
                    PeekMut::pop(first);
                    return Err(error);
                }
            }
            if taken.is_some() {
                return Ok(taken);
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
