//! # What it checks
//!
//! No link of the draft leads to an `http://` address.
//!
//! # Why it matters
//!
//! Whoever sits in the same network can read and change what an unencrypted page says, browsers warn of it, and filters take such links in mail for
//! a bad sign. Nearly every site answers under `https://` today.
//!
//! # Example
//!
//! ```markdown
//! See the [report](http://example.org/report).
//! ```
//!
//! # Instead
//!
//! ```markdown
//! See the [report](https://example.org/report).
//! ```
//!
//! Open the address once before you change it: some old sites do not have the page under `https://`.

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, Span};

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-not-https",
    severity: Severity::Warning,
    family: Family::Links,
    source: include_str!("link_not_https.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let links = scope.prose().links.iter();
    let plain = links.filter(|link| is_plain(&link.url));
    plain
        .map(|link| {
            let host = link.url["http://".len()..].split(['/', '?', '#']).next();
            let host = host.unwrap_or_default();
            let scheme = first_of(link.url_span, "http://");
            scope
                .finding(scheme, format!("the link to `{host}` is not encrypted"))
                .hinted("write `https://`, and open the page once to see that it is there")
        })
        .collect()
}

fn is_plain(url: &str) -> bool {
    url.get(..7)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("http://"))
}

/// As much of a span as a word takes.
fn first_of(span: Span, word: &str) -> Span {
    Span::new(span.start, span.end.min(span.start + word.len()))
}
