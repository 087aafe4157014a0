//! A part of a list.

use std::io::Cursor;

use super::Row;
use super::csv_list::CsvList;

/// Some rows of a list, one behind the other. Most of them are still text, which becomes rows as they are asked for: by whoever has the page, on whatever thread.
pub struct Page {
    rows: std::vec::IntoIter<Row>,
    text: Option<CsvList<Cursor<Vec<u8>>>>,
    size: usize,
}

impl Page {
    /// Of these rows.
    pub(super) fn new(rows: Vec<Row>) -> Self {
        Self {
            rows: rows.into_iter(),
            text: None,
            size: 0,
        }
    }

    /// With the rows of a text of so many bytes behind them.
    pub(super) fn and(self, text: CsvList<Cursor<Vec<u8>>>, size: usize) -> Self {
        Self {
            text: Some(text),
            size,
            ..self
        }
    }

    /// How long its text is, in bytes.
    pub fn size(&self) -> usize {
        self.size
    }
}

impl Iterator for Page {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        if let Some(row) = self.rows.next() {
            return Some(row);
        }
        // Memory can always be read.
        let next = self.text.as_mut()?.next_row().ok()?;
        next.map(|(row, _)| row)
    }
}

impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Page")
            .field("rows", &self.rows)
            .finish_non_exhaustive()
    }
}
