//! How deep a page's elements nest.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::foundation::{Diagnostic, Location};

/// Deeper than any mail program shows, and no deeper than what follows can go: layout walks a page by calling itself.
const DEEPEST: usize = 200;
/// Elements that have no end tag (WHATWG HTML section 13.1.2), or that the next of their kind ends (section 13.1.2.4): they alone make nothing deep.
const SHALLOW: [&str; 28] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "li", "dt", "dd", "p", "rt", "rp", "optgroup", "option", "colgroup", "tbody", "thead", "tfoot",
    "tr", "td",
];

/// What is wrong with a page whose elements nest too deeply; nothing with most.
pub(super) fn faults(html: &str, template: &Location) -> Vec<Diagnostic> {
    if deepest(html) <= DEEPEST {
        return Vec::new();
    }
    let message = format!("elements are nested more than {DEEPEST} deep");
    vec![Diagnostic::error("template", template.clone(), message).hinted("is one of them never ended?")]
}

/// How many elements are open at once at most, as the tags have it: an end tag ends one element of its name, wherever that began. A parser
/// never has more of them open.
fn deepest(html: &str) -> usize {
    let mut open: HashMap<Cow<'_, str>, usize> = HashMap::new();
    let (mut depth, mut deepest) = (0, 0);
    for start in memchr::memchr_iter(b'<', html.as_bytes()) {
        let tag = &html[start + 1..];
        let (is_end, rest) = tag.strip_prefix('/').map_or((false, tag), |rest| (true, rest));
        let ends_name = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/' | b'<');
        let name = &rest[..rest.bytes().position(ends_name).unwrap_or(rest.len())];
        let is_shallow = || SHALLOW.iter().any(|known| name.eq_ignore_ascii_case(known));
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || is_shallow() {
            continue;
        }
        let count = open.entry(in_small_letters(name)).or_default();
        if !is_end {
            *count += 1;
            depth += 1;
        } else if *count > 0 {
            *count -= 1;
            depth -= 1;
        }
        deepest = deepest.max(depth);
    }
    deepest
}

fn in_small_letters(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}
