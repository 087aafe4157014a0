//! The records of a CSV text.
//!
//! The `csv` crate reads a file whose quotation marks are right. In a list that people edit, one mark too many would make it swallow every
//! row up to the next one; here a record that a mark keeps open for too long is that row's fault alone, and the next line is a row again.

use std::collections::VecDeque;
use std::io::{self, BufRead};

use super::lines::{Line, Lines};

/// A cell may hold line ends, within reason: so many lines a record, and so many bytes.
const MOST_LINES: usize = 64;
const LONGEST: usize = 64 * 1024;

/// A record: one line, or several where a quoted cell holds line ends.
#[derive(Debug)]
pub(super) struct Record {
    /// The lines it stands on, the first being its own.
    pub(super) lines: Vec<Line>,
    /// Its cells (RFC 4180 section 2), line ends in them as `\n`.
    pub(super) cells: Vec<String>,
    /// Why it cannot be trusted.
    pub(super) fault: Option<RecordFault>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RecordFault {
    /// A quotation mark opens a cell and none closes it.
    Unclosed,
    /// The line is longer than any row.
    TooLong,
}

/// Reads records, blank lines left out.
pub(super) struct Records<R> {
    lines: Lines<R>,
    /// Lines that were read ahead.
    ahead: VecDeque<Line>,
    pub(super) delimiter: char,
}

impl<R: BufRead> Records<R> {
    pub(super) fn new(text: R, delimiter: char) -> Self {
        Self {
            lines: Lines::new(text),
            ahead: VecDeque::new(),
            delimiter,
        }
    }

    /// The records of a text that comes behind so many lines.
    pub(super) fn behind(text: R, delimiter: char, lines: usize) -> Self {
        Self {
            lines: Lines::behind(text, lines),
            ahead: VecDeque::new(),
            delimiter,
        }
    }

    /// Lines that are each a record of its own or blank, as many as lie ready, and how many lines came before; `None` where the next record is to be read by itself.
    pub(super) fn whole_lines(&mut self) -> io::Result<Option<(Vec<u8>, usize)>> {
        if !self.ahead.is_empty() {
            return Ok(None);
        }
        let delimiter = self.delimiter;
        self.lines.take_ready(|line| is_closed(line, delimiter))
    }

    /// The text of the next line that is not blank, which stays to be read.
    pub(super) fn peek(&mut self) -> io::Result<Option<&str>> {
        let line = self.line()?;
        if let Some(line) = line {
            self.ahead.push_front(line);
        }
        Ok(self.ahead.front().map(|line| line.text.as_str()))
    }

    /// The next line that is not blank, where it is a record as it stands: whole, and without quotation marks. Most are; `None` where [`Records::next`] is to be asked.
    pub(super) fn next_plain(&mut self) -> io::Result<Option<Line>> {
        let line = self.line()?;
        let is_plain = |line: &Line| !line.cut && memchr::memchr(b'"', line.text.as_bytes()).is_none();
        if line.as_ref().is_some_and(is_plain) {
            return Ok(line);
        }
        if let Some(line) = line {
            self.ahead.push_front(line);
        }
        Ok(None)
    }

    /// The next record; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Record>> {
        let Some(first) = self.line()? else {
            return Ok(None);
        };
        if first.cut {
            return Ok(Some(Record {
                cells: Vec::new(),
                lines: vec![first],
                fault: Some(RecordFault::TooLong),
            }));
        }
        let (cells, open) = split(&first.text, self.delimiter);
        if !open {
            return Ok(Some(Record {
                lines: vec![first],
                cells,
                fault: None,
            }));
        }
        self.over_lines(first).map(Some)
    }

    /// The record of a quoted cell that the first line does not close.
    fn over_lines(&mut self, first: Line) -> io::Result<Record> {
        let mut text = first.text.clone();
        let mut lines = vec![first];
        loop {
            let within_reason = lines.len() < MOST_LINES && text.len() < LONGEST;
            let next = if within_reason { self.any_line()? } else { None };
            let Some(next) = next else {
                return Ok(self.cut_short(lines));
            };
            text.push('\n');
            text.push_str(&next.text);
            lines.push(next);
            let (cells, open) = split(&text, self.delimiter);
            if !open {
                return Ok(Record {
                    lines,
                    cells,
                    fault: None,
                });
            }
        }
    }

    /// Takes a record of several lines for its first line alone: the others are to be read again.
    pub(super) fn cut_short(&mut self, lines: Vec<Line>) -> Record {
        let mut lines = lines.into_iter();
        let first: Vec<Line> = lines.by_ref().take(1).collect();
        for line in lines.rev() {
            self.ahead.push_front(line);
        }
        let cells = first.first().map(|line| split(&line.text, self.delimiter).0);
        Record {
            cells: cells.unwrap_or_default(),
            lines: first,
            fault: Some(RecordFault::Unclosed),
        }
    }

    /// The next line that is not blank.
    fn line(&mut self) -> io::Result<Option<Line>> {
        loop {
            match self.any_line()? {
                Some(line) if line.text.trim().is_empty() && !line.cut => {}
                line => return Ok(line),
            }
        }
    }

    fn any_line(&mut self) -> io::Result<Option<Line>> {
        match self.ahead.pop_front() {
            Some(line) => Ok(Some(line)),
            None => self.lines.next(),
        }
    }
}

/// Whether no cell of a line is still open at its end.
fn is_closed(line: &[u8], delimiter: char) -> bool {
    memchr::memchr(b'"', line).is_none()
        || std::str::from_utf8(line).is_ok_and(|line| !split(line, delimiter).1)
}

/// The cells of a record, and whether the last is quoted and still open. A quotation mark counts only at a cell's start; what follows
/// the one that closes it belongs to the cell as it is.
pub(super) fn split(text: &str, delimiter: char) -> (Vec<String>, bool) {
    if memchr::memchr(b'"', text.as_bytes()).is_none() {
        return (text.split(delimiter).map(str::to_owned).collect(), false);
    }
    let mut cells = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    let mut at_start = true;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if quoted => {
                if characters.next_if_eq(&'"').is_some() {
                    cell.push('"');
                } else {
                    quoted = false;
                }
            }
            '"' if at_start => quoted = true,
            c if c == delimiter && !quoted => {
                cells.push(std::mem::take(&mut cell));
                at_start = true;
                continue;
            }
            c => cell.push(c),
        }
        at_start = false;
    }
    cells.push(cell);
    (cells, quoted)
}
