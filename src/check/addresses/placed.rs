//! Where a part of an address stands.

use crate::foundation::Span;
use crate::issue::ProseLink;

/// What Markdown puts before a bare address that has no scheme.
const ADDED: [&str; 2] = ["http://", "mailto:"];

/// Where a part of a link's address stands in the draft; `None` where it does not stand there letter by letter.
pub(in crate::check) fn placed(link: &ProseLink, part: Span, text: &str) -> Option<Span> {
    let written = link.url_span.of(text);
    if link.url.is_empty() {
        return None;
    }
    if let Some(at) = written.find(&link.url) {
        return Some(part.shifted(link.url_span.start + at));
    }
    let added = ADDED.into_iter().find(|added| link.url.starts_with(added))?;
    let at = link.url_span.start + written.find(&link.url[added.len()..])?;
    let within = |offset: usize| at + offset.saturating_sub(added.len());
    Some(Span::new(within(part.start), within(part.end)))
}

/// The same, and all of the address or of the link where it is not known more exactly.
pub(in crate::check) fn placed_or_all(link: &ProseLink, part: Span, text: &str) -> Span {
    placed(link, part, text).unwrap_or(link.url_span)
}
