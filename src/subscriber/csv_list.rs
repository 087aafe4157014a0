//! Rows of a CSV list.

use std::io::{self, BufRead};

use crate::foundation::{Address, grouped, plural};

use super::Row;
use super::columns::{Column, HeaderFault, columns_of};
use super::entry::{row_of, unusable};
use super::records::{Record, RecordFault, Records, split};

/// What may part the cells of a row, the likeliest first.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// Reads rows one by one; holds one at a time.
pub(super) struct CsvList<R> {
    records: Records<R>,
    columns: Vec<Column>,
}

/// Why a text is no list of rows.
#[derive(Debug)]
pub(super) enum CsvFault {
    /// It could not be read.
    Io(io::Error),
    /// It has no row at all.
    Empty,
    /// The header row, at a line, makes no list.
    Header(usize, HeaderFault),
}

impl From<io::Error> for CsvFault {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl<R: BufRead> CsvList<R> {
    /// Reads the header row of a UTF-8 text.
    pub(super) fn new(text: R) -> Result<Self, CsvFault> {
        let mut records = Records::new(text, ',');
        // Spreadsheets write, and want, a first line `sep=;` where the delimiter is not the country's.
        let named = records.peek()?.and_then(named_delimiter);
        if let Some(delimiter) = named {
            records.next()?;
            records.delimiter = delimiter;
        } else if let Some(header) = records.peek()? {
            records.delimiter = likely_delimiter(header);
        }
        let header = records.next()?.ok_or(CsvFault::Empty)?;
        let header_line = header.lines.first().map_or(1, |line| line.number);
        if header.fault.is_some() {
            let fault = HeaderFault {
                message: "the first row, which names the columns, has a quotation mark that is never closed"
                    .to_owned(),
                hint: "write a row such as `email,name`".to_owned(),
            };
            return Err(CsvFault::Header(header_line, fault));
        }
        let columns = columns_of(&header.cells).map_err(|fault| CsvFault::Header(header_line, fault))?;
        Ok(Self { records, columns })
    }

    /// What the columns hold.
    pub(super) fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// What parts the cells.
    pub(super) fn delimiter(&self) -> char {
        self.records.delimiter
    }

    /// The next row and the bytes of UTF-8 it takes up, its line end with it; `None` at the end. Rows of empty cells, which spreadsheets
    /// leave below a table, are none.
    pub(super) fn next_row(&mut self) -> io::Result<Option<(Row, std::ops::Range<usize>)>> {
        loop {
            if let Some(line) = self.records.next_plain()? {
                let cells: Vec<&str> = line.text.split(self.delimiter()).collect();
                if !is_blank(&cells) {
                    return Ok(Some((self.row(line.number, &cells, None), line.start..line.end)));
                }
                continue;
            }
            let Some(record) = self.records.next()? else {
                return Ok(None);
            };
            let record = self.mended(record);
            let cells: Vec<&str> = record.cells.iter().map(String::as_str).collect();
            let (Some(first), Some(last)) = (record.lines.first(), record.lines.last()) else {
                continue;
            };
            if record.fault.is_some() || !is_blank(&cells) {
                let row = self.row(first.number, &cells, record.fault);
                return Ok(Some((row, first.start..last.end)));
            }
        }
    }

    /// A record over several lines was held together by a stray quotation mark where it has not the right number of cells, or where one
    /// of its lines is a row by itself.
    fn mended(&mut self, record: Record) -> Record {
        let further = record.lines.get(1..).unwrap_or_default();
        let stray = !further.is_empty()
            && (!self.fits(record.cells.len()) || further.iter().any(|line| self.is_row(&line.text)));
        if stray {
            self.records.cut_short(record.lines)
        } else {
            record
        }
    }

    /// Whether a line has a cell for each column, and an address where one should be.
    fn is_row(&self, line: &str) -> bool {
        let (cells, open) = split(line, self.delimiter());
        let email = self.columns.iter().position(|column| *column == Column::Email);
        let address = email.and_then(|email| cells.get(email));
        !open && cells.len() == self.columns.len() && address.is_some_and(|text| Address::parse(text).is_ok())
    }

    /// Whether a row has as many cells as there are columns. Not even an empty cell too many: it shows that some value was taken for two, and the others stand in the wrong
    /// columns.
    fn fits(&self, cells: usize) -> bool {
        cells == self.columns.len()
    }

    fn row(&self, line: usize, cells: &[&str], fault: Option<RecordFault>) -> Row {
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

    fn uneven(&self, cells: usize) -> String {
        let columns = self.columns.len();
        let delimiter = self.delimiter().escape_default();
        let cure = if cells > columns {
            format!("a value that holds `{delimiter}` goes in quotation marks")
        } else {
            format!("write `{delimiter}` for an empty one too")
        };
        format!(
            "the row has {}, the first row {}: {cure}",
            plural(cells, "cell"),
            grouped(columns)
        )
    }
}

fn is_blank(cells: &[&str]) -> bool {
    cells.iter().all(|cell| cell.trim().is_empty())
}

fn named_delimiter(line: &str) -> Option<char> {
    let rest = line.trim_end_matches('"').trim_start_matches('"');
    let (name, delimiter) = rest.split_once('=')?;
    let mut characters = delimiter.chars();
    let only = characters.next().filter(|_| characters.next().is_none())?;
    (name.eq_ignore_ascii_case("sep") && DELIMITERS.contains(&only)).then_some(only)
}

/// The delimiter by which a header has an `email` column, and the most columns.
fn likely_delimiter(header: &str) -> char {
    let worth = |delimiter: char| {
        let (cells, _) = split(header, delimiter);
        (columns_of(&cells).is_ok(), cells.len())
    };
    let mut best = DELIMITERS[0];
    for delimiter in DELIMITERS {
        if worth(delimiter) > worth(best) {
            best = delimiter;
        }
    }
    best
}
