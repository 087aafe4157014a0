//! A text whose tags do not disturb Markdown.

use super::{Tag, TagKind};

/// Stands for a tag that shows something: two bytes long. Like its neighbours it is neither white space nor punctuation nor a word to
/// UAX #29, so Markdown takes it for a letter and word counts pass over it.
const SLOT: char = '\u{0091}';
/// The same, three bytes long.
const WIDE_SLOT: char = '\u{E091}';
/// Stands for a tag that shows nothing, and fills up: two bytes long.
const BLANK: char = '\u{0092}';
/// The same, three bytes long.
const WIDE_BLANK: char = '\u{E092}';

/// `text` with each closed tag replaced by as many bytes of filler, so that every place stays true. A tag over several lines becomes one
/// line: what it encloses is no Markdown.
pub(super) fn filled(text: &str, tags: &[Tag]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut at = 0;
    for tag in tags.iter().filter(|tag| tag.closed) {
        push_without_filler(&mut filled, &text[at..tag.span.start]);
        push_filler(&mut filled, tag);
        at = tag.span.end;
    }
    push_without_filler(&mut filled, &text[at..]);
    filled
}

/// How many slots a filled text shows.
pub(super) fn slots(filled: &str) -> usize {
    if !may_hold_filler(filled) {
        return 0;
    }
    filled.chars().filter(|c| matches!(*c, SLOT | WIDE_SLOT)).count()
}

/// Whether filler may stand in a text: what it begins with does, which few texts hold.
pub(super) fn may_hold_filler(text: &str) -> bool {
    memchr::memchr2(0xC2, 0xEE, text.as_bytes()).is_some()
}

/// Whether a character of a filled text stands for a tag, or for a part of one.
pub(super) fn is_filler(c: char) -> bool {
    matches!(c, SLOT | BLANK | WIDE_SLOT | WIDE_BLANK)
}

/// Whether a character of a filled text begins a tag that shows something.
pub(super) fn is_slot(c: char) -> bool {
    matches!(c, SLOT | WIDE_SLOT)
}

fn push_filler(filled: &mut String, tag: &Tag) {
    let end = filled.len() + tag.span.len();
    let shows = tag.kind == TagKind::Expression;
    filled.push(match (shows, tag.span.len() % 2) {
        (true, 0) => SLOT,
        (true, _) => WIDE_SLOT,
        (false, 0) => BLANK,
        (false, _) => WIDE_BLANK,
    });
    while filled.len() < end {
        filled.push(BLANK);
    }
}

/// What people wrote cannot be taken for filler: such characters, which no text means, give way to a neighbour as long.
fn push_without_filler(filled: &mut String, text: &str) {
    if may_hold_filler(text) && text.contains(is_filler) {
        filled.extend(text.chars().map(|c| match c {
            SLOT | BLANK => '\u{0090}',
            WIDE_SLOT | WIDE_BLANK => '\u{E090}',
            other => other,
        }));
    } else {
        filled.push_str(text);
    }
}
