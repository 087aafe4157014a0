//! Rows of a CSV list.

use std::io::{self, BufRead, Cursor};
use std::sync::Arc;

use super::Row;
use super::columns::{HeaderFault, columns_of};
use super::header::Header;
use super::page::Page;
use super::records::{Record, Records, split};

/// What may part the cells of a row, the likeliest first.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// Rows that are read one by one, at most, before a page is given out.
pub(super) const MOST_ROWS: usize = 100;

/// Reads rows one by one, or page by page.
pub(super) struct CsvList<R> {
    records: Records<R>,
    /// Why it cannot be read further, where rows before that had to be given out first.
    fault: Option<io::Error>,
    header: Arc<Header>,
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
        let delimiter = records.delimiter;
        let header = Arc::new(Header { columns, delimiter });
        Ok(Self {
            records,
            fault: None,
            header,
        })
    }

    /// What its first row says.
    pub(super) fn header(&self) -> &Header {
        &self.header
    }

    /// The next rows, as many as are easily at hand; `None` at the end.
    pub(super) fn next_page(&mut self) -> io::Result<Option<Page>> {
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        let mut rows = Vec::new();
        let read = self.fill(&mut rows);
        match read {
            Ok(page @ Some(_)) => return Ok(page),
            Ok(None) => {}
            Err(fault) if rows.is_empty() => return Err(fault),
            Err(fault) => self.fault = Some(fault),
        }
        Ok((!rows.is_empty()).then(|| Page::new(rows)))
    }

    /// Reads rows one by one, up to where a text of whole lines lies ready: then that and the rows before it are a page.
    fn fill(&mut self, rows: &mut Vec<Row>) -> io::Result<Option<Page>> {
        while rows.len() < MOST_ROWS {
            if let Some((text, lines_before)) = self.records.whole_lines()? {
                let size = text.len();
                let text = CsvList {
                    records: Records::behind(Cursor::new(text), self.header.delimiter, lines_before),
                    fault: None,
                    header: Arc::clone(&self.header),
                };
                return Ok(Some(Page::new(std::mem::take(rows)).and(text, size)));
            }
            match self.next_row()? {
                Some((row, _)) => rows.push(row),
                None => break,
            }
        }
        Ok(None)
    }

    /// The next row and the bytes of UTF-8 it takes up, its line end with it; `None` at the end. Rows of empty cells, which spreadsheets
    /// leave below a table, are none.
    pub(super) fn next_row(&mut self) -> io::Result<Option<(Row, std::ops::Range<usize>)>> {
        loop {
            if let Some(line) = self.records.next_plain()? {
                let cells: Vec<&str> = line.text.split(self.header.delimiter).collect();
                if !is_blank(&cells) {
                    return Ok(Some((
                        self.header.row(line.number, &cells, None),
                        line.start..line.end,
                    )));
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
                let row = self.header.row(first.number, &cells, record.fault);
                return Ok(Some((row, first.start..last.end)));
            }
        }
    }

    /// A record over several lines was held together by a stray quotation mark where it has not the right number of cells, or where one
    /// of its lines is a row by itself.
    fn mended(&mut self, record: Record) -> Record {
        let further = record.lines.get(1..).unwrap_or_default();
        let stray = !further.is_empty()
            && (!self.header.fits(record.cells.len())
                || further.iter().any(|line| self.header.is_row(&line.text)));
        if stray {
            self.records.cut_short(record.lines)
        } else {
            record
        }
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

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use proptest::prelude::*;

    use super::*;

    /// Lines as people and programs write them, and what may stand between them.
    fn text() -> impl Strategy<Value = String> {
        let line = prop_oneof![
            4 => "[a-d]@example\\.org,[a-d ]{0,4}",
            1 => "[a-d]@example\\.org,\"[a-d,\n]{0,4}\"",
            1 => "[a-d@,\" ]{0,9}",
        ];
        let end = prop::sample::select(vec!["\n", "\r\n", "\r", "\n\n", "\r\r\n", ""]);
        prop::collection::vec((line, end), 0..40).prop_map(|lines| {
            let lines = lines.into_iter().map(|(line, end)| line + end);
            lines.fold("email,name\n".to_owned(), |text, line| text + &line)
        })
    }

    /// Fails behind what it holds.
    struct Failing(&'static [u8]);

    impl io::Read for Failing {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            match self.0.read(out) {
                Ok(0) => Err(io::ErrorKind::TimedOut.into()),
                read => read,
            }
        }
    }

    #[test]
    fn what_stands_before_a_fault_is_given_out_before_it() {
        let text = b"email,name\na@example.org,\"Anna\nVera\"\nb@example.org,Boris\nc@exam";
        let mut list = CsvList::new(BufReader::new(Failing(text))).unwrap();
        let mut pages = Vec::new();
        let fault = loop {
            match list.next_page() {
                Ok(page) => pages.extend(page.into_iter().flatten()),
                Err(fault) => break fault,
            }
        };
        assert_eq!(fault.kind(), io::ErrorKind::TimedOut);
        assert_eq!(pages.iter().map(Row::line).collect::<Vec<_>>(), [2, 4]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        #[test]
        fn pages_hold_the_rows_that_are_read_one_by_one(text in text(), ready in 1..200_usize) {
            let list = || CsvList::new(BufReader::with_capacity(ready, text.as_bytes())).unwrap();
            let (mut one_by_one, mut by_page) = (list(), list());
            let mut rows = Vec::new();
            while let Some((row, _)) = one_by_one.next_row().unwrap() {
                rows.push(row);
            }
            let mut paged = Vec::new();
            while let Some(page) = by_page.next_page().unwrap() {
                paged.extend(page);
            }
            prop_assert_eq!(paged, rows);
        }
    }
}
