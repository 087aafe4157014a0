//! # What it checks
//!
//! No link of the draft leads to an `http://` address. Of several links to one host the first is reported.
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

use crate::check::addresses::{WebAddress, placed};
use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, Span};

/// What such an address begins with.
const SCHEME: &str = "http://";

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-not-https",
    severity: Severity::Warning,
    family: Family::Links,
    source: include_str!("link_not_https.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let mut hosts: Vec<(String, Span, usize)> = Vec::new();
    for (link, address) in scope.web_links().filter(|(_, address)| is_plain(address)) {
        let name = address.name();
        if let Some((.., more)) = hosts.iter_mut().find(|(host, ..)| *host == name) {
            *more += 1;
            continue;
        }
        let scheme = placed(link, Span::new(0, SCHEME.len()), scope.text());
        let scheme = scheme.filter(|place| !place.is_empty());
        let place = scheme.unwrap_or_else(|| first_of(link.url_span, SCHEME));
        hosts.push((name.into_owned(), place, 0));
    }
    let hosts = hosts.into_iter();
    hosts
        .map(|(host, place, more)| {
            let message = match more {
                0 => format!("the link to `{host}` is not encrypted"),
                1 => format!("the link to `{host}` is not encrypted, nor is another one to it further below"),
                _ => {
                    format!("the link to `{host}` is not encrypted, nor are {more} more to it further below")
                }
            };
            let finding = scope.finding(place, message);
            finding.hinted("write `https://`, and open the page once to see that it is there")
        })
        .collect()
}

/// Whether the scheme is the plain one, each time that it stands there.
fn is_plain(address: &WebAddress<'_>) -> bool {
    let start = address.user.unwrap_or(address.host).start;
    let mut schemes = address.url[..start]
        .split("://")
        .filter(|scheme| !scheme.is_empty());
    schemes.all(|scheme| scheme.eq_ignore_ascii_case("http"))
}

/// As much of a span as a word takes.
fn first_of(span: Span, word: &str) -> Span {
    Span::new(span.start, span.end.min(span.start + word.len()))
}
