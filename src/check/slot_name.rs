//! The names that a tag asks for.

use crate::foundation::Span;

/// `subscriber.city` or `links.unsubscribe`, as a tag names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SlotName<'a> {
    /// `subscriber` or `links`.
    pub(super) root: &'a str,
    /// What is asked of it.
    pub(super) field: &'a str,
    /// Where the whole name stands in the text that was searched.
    pub(super) span: Span,
}

/// The fields of `subscriber` and `links` that a piece of the template language names, be it `subscriber.city` or `subscriber["city"]`.
/// What stands in strings names nothing.
pub(super) fn slot_names(text: &str) -> Vec<SlotName<'_>> {
    let mut names = Vec::new();
    let mut before = None;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let end = match c {
            '"' | '\'' => string_end(text, at),
            _ if is_word(c) => word_end(text, at),
            _ => at + c.len_utf8(),
        };
        let root = &text[at..end];
        if matches!(root, "subscriber" | "links")
            && before != Some('.')
            && let Some((field, end)) = field_after(text, end)
        {
            let span = Span::new(at, end);
            names.push(SlotName { root, field, span });
        }
        if !c.is_whitespace() {
            before = Some(c);
        }
        at = end;
    }
    names
}

/// The field that is asked for at `at`, and where the asking ends.
fn field_after(text: &str, at: usize) -> Option<(&str, usize)> {
    let skip = |at: usize| at + text[at..].len() - text[at..].trim_start().len();
    let at = skip(at);
    if text[at..].starts_with('.') {
        let start = skip(at + 1);
        let end = word_end(text, start);
        return (end > start).then(|| (&text[start..end], end));
    }
    let start = skip(at + text[at..].starts_with('[').then_some(1)?);
    let quote = text[start..].starts_with(['"', '\'']);
    let end = string_end(text, start);
    let close = skip(end);
    (quote && end > start + 1 && text[close..].starts_with(']'))
        .then(|| (&text[start + 1..end - 1], close + 1))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn word_end(text: &str, at: usize) -> usize {
    text[at..]
        .find(|c| !is_word(c))
        .map_or(text.len(), |end| at + end)
}

/// One past the quote that ends the string whose first quote stands at `at`; the end of the text where none does.
fn string_end(text: &str, at: usize) -> usize {
    let mut characters = text[at..].char_indices();
    let quote = characters.next().map(|(_, quote)| quote);
    while let Some((offset, c)) = characters.next() {
        if c == '\\' {
            characters.next();
        } else if Some(c) == quote {
            return at + offset + 1;
        }
    }
    text.len()
}
