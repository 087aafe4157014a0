//! Where things truly stand.

use memchr::memmem;

use crate::foundation::Span;
use crate::issue::Draft;

use super::{LinkKind, ProseLink};

/// Where a link's address stands: behind its text, or in its definition.
pub(super) fn url_span(link: &ProseLink, draft: &Draft) -> Span {
    let text = draft.source.text();
    let own = link.span;
    if link.kind == LinkKind::Bare {
        return own;
    }
    let behind = if link.text_span == own {
        own
    } else {
        Span::new(link.text_span.end.clamp(own.start, own.end), own.end)
    };
    if link.url.is_empty() {
        return own;
    }
    let inline = memmem::rfind(behind.of(text).as_bytes(), link.url.as_bytes()).map(|at| {
        let start = behind.start + at;
        Span::new(start, start + link.url.len())
    });
    inline.or_else(|| in_definition(link, draft)).unwrap_or(own)
}

/// Where a link's address stands in the definition of its label, or else in the first that has the same address.
fn in_definition(link: &ProseLink, draft: &Draft) -> Option<Span> {
    let text = draft.source.text();
    let label = label_of(link.span.of(text));
    let mut first = None;
    for definition in &draft.definitions {
        let Some((its, rest)) = definition.of(text).split_once("]:") else {
            continue;
        };
        let rest = rest.trim_start();
        let rest = rest.strip_prefix('<').unwrap_or(rest);
        let start = definition.end - rest.len();
        // An address may begin like another one.
        let is_whole = rest
            .strip_prefix(link.url.as_str())
            .is_some_and(|after| after.is_empty() || after.starts_with(['>', ' ', '\t', '\r', '\n']));
        if !is_whole {
            continue;
        }
        let place = Span::new(start, start + link.url.len());
        if folded(its.trim_start().trim_start_matches('[')) == label {
            return Some(place);
        }
        first.get_or_insert(place);
    }
    first
}

/// The label that a reference names, folded.
fn label_of(written: &str) -> String {
    let inner = written.trim_start_matches('[').trim_end_matches(']');
    let label = inner.rsplit_once("][").map_or(inner, |(_, label)| label);
    folded(label)
}

fn folded(label: &str) -> String {
    let words: Vec<&str> = label.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// How a link is written, by what stands at its place.
pub(super) fn kind_of(written: &str) -> LinkKind {
    if !written.starts_with('[') {
        LinkKind::Bare
    } else if written.ends_with(')') {
        LinkKind::Inline
    } else {
        LinkKind::Reference
    }
}

/// Where a literal stands: where the parser says, or, where that is not so (after link reference definitions, and in cells with `\|`), the
/// first place after `from` where it does.
pub(super) fn literal_span(literal: &str, said: Span, from: usize, filled: &str) -> Span {
    if said.of(filled) == literal || literal.is_empty() {
        return said;
    }
    let is_escaped = said.of(filled).contains(['\\', '&']);
    // The parser counts `\|` as one octet: what it says may end within a character.
    let said = Span::new(
        filled.floor_char_boundary(said.start),
        filled.ceil_char_boundary(said.end),
    );
    if said.start >= from && is_escaped {
        return said;
    }
    let found = filled
        .get(from.min(said.start)..)
        .and_then(|rest| rest.find(literal))
        .map(|at| from.min(said.start) + at);
    found.map_or(said, |at| Span::new(at, at + literal.len()))
}
