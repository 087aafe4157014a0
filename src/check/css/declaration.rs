//! `color: #24272b` and its like.

use crate::foundation::Span;

use super::pieces;

/// One property and the value it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) struct Declaration<'a> {
    /// The property, as written.
    pub(in crate::check) name: &'a str,
    /// The value, as written, without `!important`.
    pub(in crate::check) value: &'a str,
    /// Whether `!important` follows.
    pub(in crate::check) important: bool,
    /// Where it stands in the text, without the semicolon.
    pub(in crate::check) span: Span,
}

/// The declarations of a `style` attribute or of a rule's body.
pub(in crate::check) fn declarations(text: &str) -> impl Iterator<Item = Declaration<'_>> {
    pieces(text, b';').filter_map(|(start, piece)| read(start, piece))
}

fn read(start: usize, piece: &str) -> Option<Declaration<'_>> {
    let blank = blank(piece);
    let text = piece[blank..].trim_end();
    let (name, value) = text.split_once(':')?;
    let name = name.trim_end();
    let known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if name.is_empty() || !name.bytes().all(known) {
        return None;
    }
    let (value, important) = without_important(value.trim());
    Some(Declaration {
        name,
        value,
        important,
        span: Span::new(start + blank, start + blank + text.len()),
    })
}

/// How many bytes of blanks and comments a text begins with.
fn blank(text: &str) -> usize {
    let mut rest = text;
    loop {
        let trimmed = rest.trim_start();
        match trimmed.strip_prefix("/*") {
            Some(comment) => rest = comment.split_once("*/").map_or("", |(_, rest)| rest),
            None => return text.len() - trimmed.len(),
        }
    }
}

fn without_important(value: &str) -> (&str, bool) {
    let Some((before, word)) = value.rsplit_once('!') else {
        return (value, false);
    };
    if word.trim().eq_ignore_ascii_case("important") {
        (before.trim_end(), true)
    } else {
        (value, false)
    }
}
