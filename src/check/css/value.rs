//! The words that a value consists of.

/// A part of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Word<'a> {
    /// A name: `auto`.
    Keyword(&'a str),
    /// A function's name: `calc` of `calc(100% - 20px)`. What it holds follows, but for what `url` holds.
    Function(&'a str),
    /// A number's unit: `px` of `16px`. A bare number has an empty one.
    Unit(&'a str),
}

/// The words of a value, in order; strings and colours by number are none.
pub(in crate::check) fn words(value: &str) -> Words<'_> {
    Words { text: value, at: 0 }
}

/// See [`words`].
pub(in crate::check) struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Words<'a> {
    /// One past the letters, digits and hyphens from `at` on.
    fn name_end(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let named =
            |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') || !byte.is_ascii();
        at + bytes[at..].iter().take_while(named).count()
    }

    fn name(&mut self, start: usize) -> Word<'a> {
        let end = self.name_end(start);
        let name = &self.text[start..end];
        self.at = end;
        if self.text.as_bytes().get(end) != Some(&b'(') {
            return Word::Keyword(name);
        }
        self.at = if name.eq_ignore_ascii_case("url") {
            self.text
                .ceil_char_boundary(super::past(self.text.as_bytes(), end))
        } else {
            end + 1
        };
        Word::Function(name)
    }

    fn number(&mut self, start: usize) -> Word<'a> {
        let bytes = self.text.as_bytes();
        let digits = bytes[start..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit() || **byte == b'.')
            .count();
        let unit = start + digits;
        let letters = bytes[unit..]
            .iter()
            .take_while(|byte| byte.is_ascii_alphabetic() || **byte == b'%')
            .count();
        self.at = unit + letters;
        Word::Unit(&self.text[unit..self.at])
    }
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        let bytes = self.text.as_bytes();
        while self.at < bytes.len() {
            let at = self.at;
            match bytes[at] {
                b'"' | b'\'' | b'\\' | b'&' | b'/' => {
                    // A backslash may stand before a letter of several bytes.
                    self.at = self.text.ceil_char_boundary(super::past(bytes, at));
                }
                b'#' => self.at = self.name_end(at + 1),
                b'0'..=b'9' => return Some(self.number(at)),
                b'.' if bytes.get(at + 1).is_some_and(u8::is_ascii_digit) => return Some(self.number(at)),
                b'-' if bytes
                    .get(at + 1)
                    .is_some_and(|next| next.is_ascii_digit() || *next == b'.') =>
                {
                    self.at += 1;
                }
                byte if byte.is_ascii_alphabetic() || byte == b'-' || byte == b'_' || !byte.is_ascii() => {
                    return Some(self.name(at));
                }
                _ => self.at += 1,
            }
        }
        None
    }
}
