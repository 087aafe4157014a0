//! Where things truly stand.

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
    let find = |span: Span, last: bool| {
        let at = if last {
            span.of(text).rfind(&link.url)
        } else {
            span.of(text).find(&link.url)
        };
        at.map(|at| Span::new(span.start + at, span.start + at + link.url.len()))
    };
    if link.url.is_empty() {
        return own;
    }
    let definitions = draft.definitions.iter();
    find(behind, true)
        .or_else(|| {
            definitions
                .filter_map(|definition| find(*definition, false))
                .next()
        })
        .unwrap_or(own)
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
    if said.start >= from && is_escaped {
        return said;
    }
    let found = filled
        .get(from.min(said.start)..)
        .and_then(|rest| rest.find(literal))
        .map(|at| from.min(said.start) + at);
    found.map_or(said, |at| Span::new(at, at + literal.len()))
}
