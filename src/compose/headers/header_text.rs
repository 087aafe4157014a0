//! Text that may stand in a header, once encoded.

use std::borrow::Cow;

use crate::compose::escape;
use crate::foundation::is_tidy;

/// A text on one line: control characters and line separators are spaces, runs of spaces one, and none at the ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HeaderText<'a>(Cow<'a, str>);

impl<'a> HeaderText<'a> {
    /// Takes what a header can hold of a text.
    pub(super) fn new(text: &'a str) -> Self {
        if is_tidy(text.as_bytes()) {
            return Self(Cow::Borrowed(text));
        }
        let line = escape::one_line(text);
        let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
        Self(Cow::Owned(words.join(" ")))
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
