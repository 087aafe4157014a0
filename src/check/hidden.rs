//! Text that no reader sees as text: code and comments.

use comrak::nodes::{NodeValue, Sourcepos};
use comrak::{Arena, parse_document};
use memchr::memmem;

use crate::foundation::Span;
use crate::issue::markdown_options;

/// Where in a piece of Markdown code and HTML comments stand, in order. Template tags are left alone in code, and unfinished words in a
/// comment reach nobody.
pub(super) fn hidden_spans(markdown: &str) -> Vec<Span> {
    if !may_hide(markdown) {
        return Vec::new();
    }
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, &markdown_options());
    let starts: Vec<usize> = std::iter::once(0)
        .chain(markdown.match_indices('\n').map(|(at, _)| at + 1))
        .collect();
    let mut spans: Vec<Span> = root
        .descendants()
        .filter(|node| match &node.data().value {
            NodeValue::Code(_) | NodeValue::CodeBlock(_) => true,
            NodeValue::HtmlBlock(html) => html.literal.trim_start().starts_with("<!--"),
            NodeValue::HtmlInline(html) => html.starts_with("<!--"),
            _ => false,
        })
        .map(|node| span_of(node.data().sourcepos, &starts, markdown))
        .collect();
    spans.sort_unstable();
    spans
}

/// Whether anything in a text can be code or a comment: most drafts have neither, and need not be parsed for it.
fn may_hide(markdown: &str) -> bool {
    let bytes = markdown.as_bytes();
    let holds = |what: &str| memmem::find(bytes, what.as_bytes()).is_some();
    let begins_indented = markdown.starts_with('\t') || markdown.starts_with("    ");
    let is_indented = begins_indented || ["\n\t", "\n    "].into_iter().any(holds);
    is_indented || memchr::memchr2(b'`', b'~', bytes).is_some() || holds("<!--")
}

/// Lines and columns count from 1, columns are bytes and ends are inclusive. Some are past their line: whatever they say is kept inside.
fn span_of(place: Sourcepos, starts: &[usize], markdown: &str) -> Span {
    let offset = |line: usize, column: usize| {
        let start = starts.get(line.saturating_sub(1)).copied();
        let mut at = start
            .map_or(markdown.len(), |start| start + column)
            .min(markdown.len());
        while !markdown.is_char_boundary(at) {
            at += 1;
        }
        at
    };
    let start = offset(place.start.line, place.start.column.saturating_sub(1));
    Span::new(start, offset(place.end.line, place.end.column))
}
