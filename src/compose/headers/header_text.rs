//! Text that may stand in a header, once encoded.

use crate::compose::escape;

/// A text on one line: control characters and line separators are spaces, runs of spaces one, and none at the ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HeaderText(String);

impl HeaderText {
    /// Takes what a header can hold of a text.
    pub(super) fn new(text: &str) -> Self {
        let line = escape::one_line(text);
        let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
        Self(words.join(" "))
    }

    /// The text.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it reads the same without being encoded: ASCII, and nothing that looks like an encoded word (RFC 2047 section 2).
    pub(super) fn is_plain(&self) -> bool {
        self.0.is_ascii() && !self.0.contains("=?")
    }
}
