//! The pages that a draft links to.

use std::hash::{DefaultHasher, Hash, Hasher};

use memchr::memmem::{self, Finder};

use crate::foundation::Span;
use crate::issue::Draft;

/// What ends an address in Markdown.
const ENDS: [char; 8] = [')', '>', '<', ']', '"', '\'', '`', '|'];

/// How files end that are pictures.
const IMAGES: [&str; 6] = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"];
/// So many hyphens, or bytes, make a path of one part an article's.
const HYPHENS: usize = 2;
const LONG: usize = 25;

/// A link to a page.
pub(super) struct PageLink {
    /// The page, as a hash: all that is needed to find it again in hundreds of issues.
    pub(super) page: u64,
    /// Where the address stands.
    pub(super) span: Span,
}

/// The addresses in a draft's Markdown that lead to an article: not to a site's front page, a profile, a picture. Comments and slots have none.
pub(super) fn page_links(draft: &Draft) -> Vec<PageLink> {
    let text = draft.source.text();
    let body = draft.front.span.map_or(0, |span| span.end);
    let mut links = Vec::new();
    let mut at = body;
    let signs = Finder::new("://");
    while let Some(offset) = signs.find(&text.as_bytes()[at..]) {
        let colon = at + offset;
        at = colon + "://".len();
        let Some(start) = scheme_before(text, colon) else {
            continue;
        };
        let end = end_of(text, at);
        let page = text.get(at..end).and_then(page_of);
        links.extend(page.map(|page| PageLink {
            page,
            span: Span::new(start, end),
        }));
        at = end.max(at);
    }
    let comments = comments_in(text);
    links.retain(|link| !comments.iter().any(|comment| comment.contains(link.span)));
    links
}

/// Where `http` or `https` begins that ends at `colon`.
fn scheme_before(text: &str, colon: usize) -> Option<usize> {
    let schemes = ["https", "http"].into_iter();
    let mut starts = schemes.filter_map(|scheme| {
        let start = colon.checked_sub(scheme.len())?;
        text.get(start..colon)?
            .eq_ignore_ascii_case(scheme)
            .then_some(start)
    });
    starts.next()
}

/// Where an address ends: at white space or a sign that none has; a bracket that it opened itself belongs to it.
fn end_of(text: &str, start: usize) -> usize {
    let mut open = 0_usize;
    for (offset, c) in text[start..].char_indices() {
        match c {
            '(' => open += 1,
            ')' if open > 0 => open -= 1,
            _ if c.is_whitespace() || ENDS.contains(&c) => return start + offset,
            _ => {}
        }
    }
    text.len()
}

/// Where HTML comments stand.
fn comments_in(text: &str) -> Vec<Span> {
    let starts = memmem::find_iter(text.as_bytes(), "<!--");
    let spans = starts.map(|start| {
        let end = text[start..].find("-->").map_or(text.len(), |end| start + end);
        Span::new(start, end)
    });
    spans.collect()
}

/// The page that an address without its scheme leads to; `None` where it is no article, and where a slot is part of it.
fn page_of(address: &str) -> Option<u64> {
    if address.contains("{{") {
        return None;
    }
    let address = address.split('#').next().unwrap_or_default();
    let address = address.trim_end_matches(['.', ',', ';', ':', '!', '*', '_', '\\']);
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let path = path.trim_end_matches('/');
    let (host, path) = path.split_once('/').unwrap_or((path, ""));
    let mut hasher = DefaultHasher::new();
    let host = host.to_ascii_lowercase();
    host.strip_prefix("www.").unwrap_or(&host).hash(&mut hasher);
    path.hash(&mut hasher);
    let asked = query
        .split('&')
        .filter(|part| !part.is_empty() && !part.starts_with("utm_"));
    let mut is_asked = false;
    for part in asked {
        part.hash(&mut hasher);
        is_asked = true;
    }
    (!is_image(path) && (is_asked || is_article(path))).then(|| hasher.finish())
}

fn is_image(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    IMAGES.iter().any(|ending| lower.ends_with(ending))
}

/// Whether a path may be an article's: it has several parts, or a part of several words. One word is a profile or a group.
fn is_article(path: &str) -> bool {
    path.contains('/') || path.matches('-').count() >= HYPHENS || path.len() >= LONG
}
