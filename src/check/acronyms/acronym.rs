//! Finds acronyms.

use std::ops::RangeInclusive;

use crate::foundation::Span;

/// How many letters an acronym has: two are a state's or a country's, seven are a word in capitals.
const LENGTHS: RangeInclusive<usize> = 3..=6;
/// The letters of Roman numbers.
const ROMAN: &str = "IVXLCDM";

/// The words of a text that are acronyms: three to six Latin capitals, alone among words that are not in capitals.
pub(in crate::check) fn acronyms_in(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = bytes[at..].iter().position(u8::is_ascii_uppercase) {
        let start = at + offset;
        let length = bytes[start..]
            .iter()
            .take_while(|byte| byte.is_ascii_uppercase())
            .count();
        at = start + length;
        let span = Span::new(start, at);
        if LENGTHS.contains(&length)
            && is_alone(text, span)
            && !is_shouted(text, span)
            && !is_number(span.of(text))
        {
            found.push(span);
        }
    }
    found
}

/// Whether a word is part of nothing longer: a name with digits, a path, an address. The `s` of a plural may follow.
fn is_alone(text: &str, span: Span) -> bool {
    let part = |c: char| c.is_alphanumeric() || "-_/.@#$+&~=".contains(c);
    let after = &text[span.end..];
    let after = after.strip_prefix('s').unwrap_or(after);
    let ends = match after.strip_prefix('.') {
        Some(rest) => !rest.starts_with(char::is_alphanumeric),
        None => !after.starts_with(part),
    };
    ends && !text[..span.start].ends_with(part)
}

/// Whether a word beside is in capitals too.
fn is_shouted(text: &str, span: Span) -> bool {
    let before = text[..span.start].split_whitespace().next_back();
    let after = text[span.end..]
        .split_whitespace()
        .find(|word| word.contains(char::is_alphanumeric));
    let in_capitals = |word: &str| {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        let count = letters.clone().count();
        count > 1 && letters.all(char::is_uppercase)
    };
    before.is_some_and(in_capitals) || after.is_some_and(in_capitals)
}

fn is_number(word: &str) -> bool {
    word.chars().all(|c| ROMAN.contains(c))
}
