//! Headings, as written.

use comrak::{Arena, parse_document};

use crate::foundation::Span;

use super::block::Block;
use super::visible_text::visible_text;
use super::{Tag, markdown_options, scan_tags};

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its text without Markdown's marks, slots as written.
    pub text: String,
    /// The text's span, without the `#` marks.
    pub span: Span,
}

impl Heading {
    /// The heading that `block` is, in a text that was filled as `filled`.
    pub(super) fn of(block: &Block<'_>, text: &str, filled: &str) -> Self {
        let span = if block.span.of(filled).starts_with('#') {
            inside_hashes(filled, block.span)
        } else {
            above_underline(filled, block)
        };
        let written = span.of(text);
        let tags = scan_tags(written);
        let shown = if tags.is_empty() {
            visible_text(block.node)
        } else {
            with_tags(written, &tags)
        };
        Self {
            text: shown.split_whitespace().collect::<Vec<_>>().join(" "),
            span,
        }
    }
}

/// The inside of `## Heading ##` (section 4.2 of the Markdown specification).
fn inside_hashes(filled: &str, block: Span) -> Span {
    let line = block.of(filled);
    let line = line.lines().next().unwrap_or_default();
    let opened = line.trim_start_matches('#');
    let start = block.start + line.len() - opened.trim_start().len();
    let content = opened.trim();
    let closed = content.trim_end_matches('#');
    let content = if closed.is_empty() || closed.ends_with([' ', '\t']) {
        closed.trim_end()
    } else {
        content
    };
    Span::new(start, start + content.len())
}

/// The lines above a setext heading's underline (section 4.3 there), less the link reference definitions above them.
fn above_underline(filled: &str, block: &Block<'_>) -> Span {
    let whole = block.span.of(filled);
    let content = whole.rfind('\n').map_or(whole, |at| &whole[..at]).trim_end();
    let breaks = visible_text(block.node).trim().matches('\n').count();
    let start = content
        .rmatch_indices('\n')
        .nth(breaks)
        .map_or(0, |(at, _)| at + 1);
    let start = start + content[start..].len() - content[start..].trim_start().len();
    Span::new(block.span.start + start, block.span.start + content.len())
}

/// The visible text of a heading with its tags, which Markdown must not see, as written.
fn with_tags(written: &str, tags: &[Tag]) -> String {
    /// A character of a private plane for each tag, in their order.
    const FIRST: u32 = 0xF_0000;
    let token = |index: usize| {
        u32::try_from(index)
            .ok()
            .and_then(|index| char::from_u32(FIRST + index))
    };
    let mut marked = String::from("# ");
    let mut at = 0;
    for (index, tag) in tags.iter().enumerate().filter(|(_, tag)| tag.closed) {
        marked.push_str(&written[at..tag.span.start]);
        marked.extend(token(index));
        at = tag.span.end;
    }
    marked.push_str(&written[at..]);
    let marked = marked.replace('\n', " ");
    let arena = Arena::new();
    let shown = visible_text(parse_document(&arena, &marked, &markdown_options()));
    let mut text = String::with_capacity(written.len());
    for c in shown.chars() {
        let index = u32::from(c)
            .checked_sub(FIRST)
            .and_then(|index| usize::try_from(index).ok());
        match index.and_then(|index| tags.get(index)) {
            Some(tag) => text.push_str(tag.span.of(written)),
            None => text.push(c),
        }
    }
    text
}
