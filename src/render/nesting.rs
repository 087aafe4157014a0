//! How deep a page's elements nest.

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
    let mut open: HashMap<String, usize> = HashMap::new();
    let (mut depth, mut deepest) = (0, 0);
    for tag in html.split('<').skip(1) {
        let (is_end, rest) = tag.strip_prefix('/').map_or((false, tag), |rest| (true, rest));
        let name = rest
            .split(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/')
            .next();
        let name = name.unwrap_or_default().to_ascii_lowercase();
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || SHALLOW.contains(&name.as_str()) {
            continue;
        }
        let count = open.entry(name).or_default();
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
