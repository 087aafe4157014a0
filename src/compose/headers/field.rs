//! One header field, folded as it is written.

use encodify::{Fold, rfc2047};

use super::header_text::HeaderText;

/// The longest line without its end (RFC 5322 section 2.1.1); a word that is longer stands alone on its line.
const LONGEST: usize = 78;
/// The longest display name that is written as it is; a longer one is encoded, which lets it be folded anywhere.
const LONGEST_PLAIN_NAME: usize = 60;

/// A header field in the making (RFC 5322 section 2.2). Written to the end of a buffer; [`Field::end`] ends its line.
pub(super) struct Field<'a> {
    out: &'a mut Vec<u8>,
    column: usize,
    /// Whether nothing but the name stands there: folding there would leave a line that some programs take for an empty field.
    fresh: bool,
}

impl<'a> Field<'a> {
    /// Begins a field.
    pub(super) fn begin(name: &str, out: &'a mut Vec<u8>) -> Self {
        out.extend_from_slice(name.as_bytes());
        out.push(b':');
        Self {
            out,
            column: name.len() + 1,
            fresh: true,
        }
    }

    /// Adds a word of ours that holds no white space, on a new line where it does not fit.
    pub(super) fn word(self, word: &str) -> Self {
        self.glued(&[word])
    }

    /// Adds a word that is made of these parts.
    pub(super) fn glued(mut self, parts: &[&str]) -> Self {
        let length: usize = parts.iter().map(|part| part.len()).sum();
        let separator: &[u8] = if self.fresh || self.column + 1 + length <= LONGEST {
            self.column += 1;
            b" "
        } else {
            self.column = 1;
            b"\r\n "
        };
        self.out.extend_from_slice(separator);
        for part in parts {
            self.out.extend_from_slice(part.as_bytes());
        }
        self.column += length;
        self.fresh = false;
        self
    }

    /// Adds unstructured text (RFC 5322 section 3.2.5): as it is where that is plain and can be folded, else encoded whole.
    pub(super) fn unstructured(self, text: &HeaderText<'_>) -> Self {
        let foldable = text.as_str().split(' ').all(|word| word.len() < LONGEST);
        if text.is_plain() && foldable {
            text.as_str()
                .split(' ')
                .filter(|word| !word.is_empty())
                .fold(self, Self::word)
        } else {
            self.encoded(text, rfc2047::Q_TEXT)
        }
    }

    /// Adds a display name (RFC 5322 section 3.2.5, `phrase`): atoms, a quoted string, or encoded words. Nothing for an empty one.
    pub(super) fn phrase(self, name: &HeaderText<'_>) -> Self {
        let text = name.as_str();
        if text.is_empty() {
            return self;
        }
        if !name.is_plain() || text.len() > LONGEST_PLAIN_NAME {
            return self.encoded(name, rfc2047::Q_PHRASE);
        }
        if text.bytes().all(|b| is_atext(b) || b == b' ') {
            self.word(text)
        } else {
            self.word(&quoted(text))
        }
    }

    /// Adds a mailbox: a display name, where there is one, and the address, without white space, in angle brackets.
    pub(super) fn mailbox(self, name: &HeaderText<'_>, address: &str) -> Self {
        if name.as_str().is_empty() {
            self.word(address)
        } else {
            self.phrase(name).glued(&["<", address, ">"])
        }
    }

    /// Ends the field.
    pub(super) fn end(self) {
        self.out.extend_from_slice(b"\r\n");
    }

    /// Encoded words (RFC 2047), by whichever encoding is shorter.
    fn encoded(mut self, text: &HeaderText<'_>, q: rfc2047::WordEncoder) -> Self {
        let text = text.as_str();
        let encoder = if rfc2047::B.payload_len(text) < q.payload_len(text) {
            rfc2047::B
        } else {
            q
        };
        self.out.push(b' ');
        self.column += 1;
        encoder.encode_words("utf-8", text, &mut self.column, Fold::HEADER, self.out);
        self.fresh = false;
        self
    }
}

/// What an atom is made of (RFC 5322 section 3.2.3).
pub(super) fn is_atext(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte)
}

/// A quoted string (RFC 5322 section 3.2.4).
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        if matches!(character, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(character);
    }
    quoted.push('"');
    quoted
}
