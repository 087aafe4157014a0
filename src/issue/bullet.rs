//! Bullets, as written and as typed.

use crate::foundation::Span;

use super::block::{Block, Lines};
use super::words::words_below;

/// One item of a section's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bullet {
    /// The item's Markdown: from after its marker to its last character.
    pub span: Span,
    /// Its words.
    pub words: usize,
    /// How many columns its further lines are indented by, being the item's (section 5.2 of the Markdown specification).
    pub indent: usize,
}

/// The items of a list.
pub(super) fn bullets_of(list: &Block<'_>, lines: &Lines<'_>, filled: &str) -> Vec<Bullet> {
    let items = lines.children(list.node, list.span.end);
    items.iter().map(|item| bullet(item, lines, filled)).collect()
}

fn bullet(item: &Block<'_>, lines: &Lines<'_>, filled: &str) -> Bullet {
    let text = item.span.of(filled);
    let marker = match text.find(|c: char| !c.is_ascii_digit()) {
        Some(digits) => digits + 1,
        None => text.len(),
    };
    let marker = if text.is_char_boundary(marker) { marker } else { 0 };
    let after = &text[marker..];
    let gap = after.len() - after.trim_start_matches([' ', '\t']).len();
    // Five spaces and more are one space and indented code; a marker alone on its line counts as followed by one.
    let alone = after[gap..].starts_with('\n') || after.len() == gap;
    let gap = if gap > 4 || alone { gap.min(1) } else { gap };
    let line_start = filled[..item.span.start].rfind('\n').map_or(0, |at| at + 1);
    let start = item.span.start + marker + gap;
    let span = Span::new(start, item.span.end);
    Bullet {
        span: if alone { lines.trimmed(span) } else { span },
        words: words_below(item.node),
        indent: item.span.start - line_start + marker + gap.max(1),
    }
}

/// Signs that people type, or paste from a word processor, for a list's marker.
const TYPED: [char; 10] = ['•', '‣', '◦', '▪', '●', '○', '■', '∙', '⁃', '\u{F0B7}'];
/// Signs that stand for a marker only where a space follows.
const TYPED_BEFORE_SPACE: [char; 2] = ['–', '·'];

/// The lines of a paragraph that begin with a typed bullet, where the first does.
pub(super) fn typed_bullets_of(paragraph: Span, filled: &str) -> Vec<Span> {
    let text = paragraph.of(filled);
    if !is_typed(text) {
        return Vec::new();
    }
    let mut at = paragraph.start;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let content = line.trim();
        if is_typed(content) {
            let start = at + line.len() - line.trim_start().len();
            found.push(Span::new(start, start + content.len()));
        }
        at += line.len();
    }
    found
}

fn is_typed(line: &str) -> bool {
    line.starts_with(TYPED)
        || line
            .strip_prefix(TYPED_BEFORE_SPACE)
            .is_some_and(|rest| rest.starts_with(char::is_whitespace))
}
