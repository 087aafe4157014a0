//! What a CSV list's first row says of the others.

use std::fmt::Write;

use crate::foundation::{Address, grouped, plural};

use super::Row;
use super::columns::Column;
use super::entry::{row_of, unusable};
use super::records::{RecordFault, split};

/// What the columns hold, and what parts the cells of a row.
#[derive(Debug)]
pub(super) struct Header {
    pub(super) columns: Vec<Column>,
    pub(super) delimiter: char,
}

impl Header {
    /// What the cells of a record come to.
    pub(super) fn row(&self, line: usize, cells: &[&str], fault: Option<RecordFault>) -> Row {
        let values: Vec<(&Column, &str)> = self.columns.iter().zip(cells.iter().copied()).collect();
        match fault {
            Some(RecordFault::Unclosed) => {
                unusable(line, &values, "a quotation mark opens a cell and none closes it")
            }
            Some(RecordFault::TooLong) => unusable(line, &values, "the line is longer than 256 KB"),
            None if !self.fits(cells.len()) => unusable(line, &values, self.uneven(cells.len())),
            None => row_of(line, &values),
        }
    }

    /// Whether a line has a cell for each column, and an address where one should be.
    pub(super) fn is_row(&self, line: &str) -> bool {
        let (cells, open) = split(line, self.delimiter);
        let email = self.columns.iter().position(|column| *column == Column::Email);
        let address = email.and_then(|email| cells.get(email));
        !open && cells.len() == self.columns.len() && address.is_some_and(|text| Address::parse(text).is_ok())
    }

    /// Whether a row has as many cells as there are columns. Not even an empty cell too many: it shows that some value was taken for two, and the others stand in the wrong
    /// columns.
    pub(super) fn fits(&self, cells: usize) -> bool {
        cells == self.columns.len()
    }

    fn uneven(&self, cells: usize) -> String {
        let columns = self.columns.len();
        let mut told = format!(
            "the row has {}, the first row {}: ",
            plural(cells, "cell"),
            grouped(columns)
        );
        let delimiter = self.delimiter.escape_default();
        let _ = if cells > columns {
            write!(told, "a value that holds `{delimiter}` goes in quotation marks")
        } else {
            write!(told, "write `{delimiter}` for an empty one too")
        };
        told
    }
}
