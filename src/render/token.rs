//! The letters that stand for a slot while a text is laid out.

use aws_lc_rs::digest::{Context, SHA256};
use memchr::{memchr, memchr2};

/// How tokens of one rendering look: a letter, 16 hexadecimal digits, `n`, a number, `e`. All lower-case letters and digits, so Markdown,
/// HTML and addresses of pages take them for part of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TokenShape {
    prefix: String,
}

/// A token found in a text, or what is left of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sighting {
    /// Its first byte.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// Its number; `None` where it has been changed on the way.
    pub number: Option<usize>,
}

/// So few characters of a token, alone, show that one has been cut.
const TELLING: usize = 8;

impl TokenShape {
    /// A shape that none of `texts` can hold by chance or by intent: it is made of their hash.
    pub(super) fn unlike<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut context = Context::new(&SHA256);
        for text in texts {
            context.update(text.as_bytes());
            context.update(b"\0");
        }
        let hash = context.finish();
        let digits = hash
            .as_ref()
            .iter()
            .take(8)
            .flat_map(|byte| [byte >> 4, byte & 15]);
        let hex = digits.filter_map(|digit| char::from_digit(u32::from(digit), 16));
        Self {
            prefix: format!("s{}n", hex.collect::<String>()),
        }
    }

    /// The token with a number.
    pub(super) fn token(&self, number: usize) -> String {
        format!("{}{number}e", self.prefix)
    }

    /// Every token in `text`, whole or damaged, in order.
    pub(super) fn find(&self, text: &str) -> Vec<Sighting> {
        let mut found = Vec::new();
        let bytes = text.as_bytes();
        let telling = &self.prefix.as_bytes()[..TELLING];
        let mut at = 0;
        while let Some(start) = self.next_likely(bytes, at) {
            at = start;
            if !bytes[at..at + TELLING].eq_ignore_ascii_case(telling) {
                at += 1;
                continue;
            }
            let (end, number) = self.read(&text[at..]);
            found.push(Sighting {
                start: at,
                end: at + end,
                number,
            });
            at += end;
        }
        found
    }

    /// The next place from `at` on where a token may begin, with room for its telling characters: a digit of it stands where it should, which
    /// in running text is rare.
    fn next_likely(&self, bytes: &[u8], at: usize) -> Option<usize> {
        let telling = &self.prefix.as_bytes()[..TELLING];
        let last = bytes.len().checked_sub(TELLING)?;
        if at > last {
            return None;
        }
        let start = match telling.iter().position(u8::is_ascii_digit) {
            Some(offset) => {
                let found = memchr(telling[offset], &bytes[at + offset..=last + offset]);
                at + found?
            }
            None => at + memchr2(telling[0], telling[0].to_ascii_uppercase(), &bytes[at..=last])?,
        };
        Some(start)
    }

    /// Whether `text` holds a token.
    pub(super) fn is_in(&self, text: &str) -> bool {
        !self.find(text).is_empty()
    }

    /// `text` without its tokens.
    pub(super) fn strip(&self, text: &str) -> String {
        let mut stripped = String::with_capacity(text.len());
        let mut at = 0;
        for sighting in self.find(text) {
            stripped.push_str(&text[at..sighting.start]);
            at = sighting.end;
        }
        stripped.push_str(&text[at..]);
        stripped
    }

    /// The length of the token that `text` begins with, and its number.
    fn read(&self, text: &str) -> (usize, Option<usize>) {
        let Some(rest) = text.strip_prefix(self.prefix.as_str()) else {
            return (TELLING, None);
        };
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number = rest[..digits].parse().ok();
        match rest[digits..].strip_prefix('e') {
            Some(_) => (self.prefix.len() + digits + 1, number),
            None => (TELLING, None),
        }
    }
}
