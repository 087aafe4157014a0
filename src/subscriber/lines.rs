//! The physical lines of a text, whatever ends them.

use std::io::{self, BufRead};

/// The longest line that is kept, in bytes: no subscriber fills one, and a file without line ends must not fill the memory.
pub(super) const LONGEST: usize = 256 * 1024;

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Its number, from 1.
    pub(super) number: usize,
    /// Where it begins, in bytes of UTF-8 (a byte order mark not counted).
    pub(super) start: usize,
    /// Where the next begins.
    pub(super) end: usize,
    /// Its text without its end; of a line that is too long, the beginning.
    pub(super) text: String,
    /// Whether it was longer than can be kept.
    pub(super) cut: bool,
}

/// Reads lines that end in LF, CR LF or CR, as spreadsheets of every age write them.
pub(super) struct Lines<R> {
    inner: R,
    number: usize,
    at: usize,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(inner: R) -> Self {
        Self {
            inner,
            number: 0,
            at: 0,
        }
    }

    /// Reads the lines of a text that comes behind so many.
    pub(super) fn behind(inner: R, lines: usize) -> Self {
        Self {
            number: lines,
            ..Self::new(inner)
        }
    }

    /// The lines that lie ready as a whole, up to the first that does not please, and how many were read before; `None` where there is none.
    pub(super) fn take_ready(
        &mut self,
        pleases: impl Fn(&[u8]) -> bool,
    ) -> io::Result<Option<(Vec<u8>, usize)>> {
        let available = self.fill()?;
        let (mut taken, mut lines) = (0, 0);
        for end in memchr::memchr2_iter(b'\n', b'\r', available) {
            // The second half of CR LF.
            if end < taken {
                continue;
            }
            let after = match (available[end], available.get(end + 1)) {
                (b'\r', Some(b'\n')) => end + 2,
                // What comes behind it may belong to it.
                (b'\r', None) => break,
                _ => end + 1,
            };
            if !pleases(&available[taken..end]) {
                break;
            }
            taken = after;
            lines += 1;
        }
        if taken == 0 {
            return Ok(None);
        }
        let text = available[..taken].to_vec();
        let before = self.number;
        self.number += lines;
        self.advance(taken);
        Ok(Some((text, before)))
    }

    /// The next line; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Line>> {
        let start = self.at;
        let mut bytes = Vec::new();
        let mut ended = false;
        while !ended {
            let available = self.fill()?;
            if available.is_empty() {
                break;
            }
            let end = memchr::memchr2(b'\n', b'\r', available);
            let content = end.unwrap_or(available.len());
            let room = (LONGEST + 1).saturating_sub(bytes.len());
            bytes.extend_from_slice(&available[..content.min(room)]);
            let carriage_return = end.is_some_and(|end| available[end] == b'\r');
            ended = end.is_some();
            self.advance(content + usize::from(ended));
            if carriage_return && self.fill()?.first() == Some(&b'\n') {
                self.advance(1);
            }
        }
        if self.at == start {
            return Ok(None);
        }
        self.number += 1;
        let cut = bytes.len() > LONGEST;
        Ok(Some(Line {
            number: self.number,
            start,
            end: self.at,
            text: text_of(bytes),
            cut,
        }))
    }

    fn fill(&mut self) -> io::Result<&[u8]> {
        loop {
            match self.inner.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
                Ok(_) => break,
            }
        }
        self.inner.fill_buf()
    }

    fn advance(&mut self, bytes: usize) {
        self.inner.consume(bytes);
        self.at += bytes;
    }
}

fn text_of(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}
