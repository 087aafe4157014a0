//! One run, read from its first record to its last.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;

use super::record;

/// Read from the disk at a time, in bytes.
const CHUNK: usize = 32 * 1024;

/// A place in a run.
pub(super) enum Cursor<'a> {
    /// In the run that is still in memory: its records, and where those begin that are still to be read, in their order.
    Memory { records: &'a [u8], order: &'a [u32] },
    /// In a run that was written down.
    Disk {
        file: &'a File,
        /// What of the file was not read yet.
        ahead: Range<u64>,
        /// What was read.
        buffer: Vec<u8>,
        /// Where in it the record begins.
        at: usize,
    },
}

impl<'a> Cursor<'a> {
    /// The first record of a run that was written down; nothing where it has none.
    pub(super) fn on_disk(file: &'a File, run: Range<u64>) -> io::Result<Option<Self>> {
        let cursor = Self::Disk {
            file,
            ahead: run,
            buffer: Vec::new(),
            at: 0,
        };
        cursor.filled()
    }

    /// The first record of the run in memory; nothing where it has none.
    pub(super) fn in_memory(records: &'a [u8], order: &'a [u32]) -> Option<Self> {
        (!order.is_empty()).then_some(Self::Memory { records, order })
    }

    /// The record it stands at.
    pub(super) fn record(&self) -> &[u8] {
        let bytes = match self {
            Self::Memory { records, order } => &records[order.first().map_or(0, |at| *at as usize)..],
            Self::Disk { buffer, at, .. } => &buffer[*at..],
        };
        &bytes[..record::length(bytes).unwrap_or_default()]
    }

    /// Goes to the next record; `false` at the end.
    pub(super) fn advance(&mut self) -> io::Result<bool> {
        let length = self.record().len();
        match self {
            Self::Memory { order, .. } => {
                *order = &order[1..];
                Ok(!order.is_empty())
            }
            Self::Disk { at, .. } => {
                *at += length;
                self.fill()
            }
        }
    }

    fn filled(mut self) -> io::Result<Option<Self>> {
        Ok(self.fill()?.then_some(self))
    }

    /// Sees to it that a whole record lies there; `false` at the end.
    fn fill(&mut self) -> io::Result<bool> {
        let Self::Disk {
            file,
            ahead,
            buffer,
            at,
        } = self
        else {
            return Ok(true);
        };
        loop {
            let here = &buffer[*at..];
            if record::length(here).is_some_and(|length| here.len() >= length) {
                return Ok(true);
            }
            if ahead.is_empty() {
                return Ok(false);
            }
            buffer.drain(..*at);
            *at = 0;
            file.seek(SeekFrom::Start(ahead.start))?;
            let more = (ahead.end - ahead.start).min(CHUNK as u64);
            let read = file.take(more).read_to_end(buffer)?;
            if read == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            ahead.start += read as u64;
        }
    }
}
