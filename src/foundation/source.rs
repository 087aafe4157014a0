//! A file's text, and where its lines begin.

use std::path::{Path, PathBuf};

use unicode_segmentation::UnicodeSegmentation;

use super::Span;

/// A file as read: its path as a person should see it, its text with `\n` line ends and no byte order mark.
///
/// Line ends are made one kind on reading, so no rule above has to think of `\r`; lines and columns stay those of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    path: PathBuf,
    text: String,
    /// Byte offset of each line's first byte.
    lines: Vec<usize>,
    /// The number of the first line: above 1 for an excerpt of a larger file.
    first_line: usize,
}

/// A place as a person counts it: both from 1, columns in user-perceived characters (UAX #29 grapheme clusters).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

/// Why bytes are not the text of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// A UTF-16 byte order mark, or every other byte is zero.
    #[error("the file is UTF-16, not UTF-8")]
    Utf16,
    /// No text at all: it holds NUL bytes.
    #[error("the file is binary, not text")]
    Binary,
    /// Bytes that are not UTF-8 but read as Windows-1251 or another single-byte encoding.
    #[error("the file is not UTF-8 (line {line}); it looks like {looks_like}")]
    OtherEncoding {
        /// The encoding that it was probably saved in.
        looks_like: &'static str,
        /// The first line that is not UTF-8, from 1.
        line: usize,
    },
}

impl Source {
    /// A source from text; `\r\n` and lone `\r` become `\n`, a leading byte order mark goes.
    pub fn new(path: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        Self::excerpt(path, 1, text)
    }

    /// Part of a larger file, whose first line is line `first_line` there.
    pub fn excerpt(path: impl Into<PathBuf>, first_line: usize, text: impl Into<String>) -> Self {
        let text = normalised(text.into());
        let lines = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Self {
            path: path.into(),
            text,
            lines,
            first_line,
        }
    }

    /// A source from a file's bytes, which must be UTF-8 (a byte order mark is allowed).
    pub fn decode(path: impl Into<PathBuf>, bytes: Vec<u8>) -> Result<Self, DecodeError> {
        if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) || is_bare_utf16(&bytes) {
            return Err(DecodeError::Utf16);
        }
        if bytes.contains(&0) {
            return Err(DecodeError::Binary);
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self::new(path, text)),
            Err(error) => Err(other_encoding(error.as_bytes(), error.utf8_error().valid_up_to())),
        }
    }

    /// The path as a person should see it.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The number of the first line (1, but for an excerpt).
    pub fn first_line(&self) -> usize {
        self.first_line
    }

    /// Line and column of a byte offset; an offset past the end is the end.
    pub fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let index = self.index_of_line(offset);
        let before = &self.text[self.lines[index]..offset];
        // A long line of thousands of findings is walked for each: where it can be told at once, it is.
        let signs = if before.is_ascii() {
            before.len()
        } else {
            before.graphemes(true).count()
        };
        Position {
            line: index + self.first_line,
            column: signs + 1,
        }
    }

    /// The number of the line that holds a byte offset; an offset past the end is in the last.
    pub fn line_number(&self, offset: usize) -> usize {
        self.index_of_line(offset) + self.first_line
    }

    fn index_of_line(&self, offset: usize) -> usize {
        self.lines.partition_point(|&start| start <= offset) - 1
    }

    /// The span of a line (as the file numbers it), without its line end; `None` where there is no such line.
    pub fn line(&self, number: usize) -> Option<Span> {
        let index = number.checked_sub(self.first_line)?;
        let start = *self.lines.get(index)?;
        let end = self.lines.get(index + 1).map_or(self.text.len(), |next| next - 1);
        Some(Span::new(start, end))
    }

    /// How many lines the text has; a text that ends in a line end has one more, empty one.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }
}

fn normalised(text: String) -> String {
    let text = match text.strip_prefix('\u{FEFF}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text
    }
}

fn is_bare_utf16(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(512)];
    let zeros: usize = sample.iter().map(|byte| usize::from(*byte == 0)).sum();
    sample.len() >= 8 && zeros * 5 >= sample.len() * 2
}

fn other_encoding(bytes: &[u8], valid_up_to: usize) -> DecodeError {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let looks_like = detector.guess(None, chardetng::Utf8Detection::Deny).name();
    let line = bytes[..valid_up_to].split(|byte| *byte == b'\n').count();
    DecodeError::OtherEncoding { looks_like, line }
}
