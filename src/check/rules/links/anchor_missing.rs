//! # What it checks
//!
//! No link leads to a place in the mail itself, as `#section` does.
//!
//! # Why it matters
//!
//! On a web page such a link jumps to a heading. A mail's headings have no names that it could jump to, and several mail programs would not jump if they had
//! (Gmail on iPhones and Yahoo, by caniemail's tests of anchor links).
//!
//! # Example
//!
//! ```markdown
//! More [further below](#economy).
//! ```
//!
//! # Instead
//!
//! Say "further below" without a link, or link to the place in the issue's page on the web.

use crate::check::addresses::{is_placeholder, placed_or_all};
use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, Span};

pub(in crate::check) const RULE: Rule = Rule {
    name: "anchor-missing",
    severity: Severity::Error,
    family: Family::Links,
    source: include_str!("anchor_missing.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let links = scope.prose().links.iter();
    let anchors = links.filter(|link| link.url.starts_with('#') && !is_placeholder(&link.url));
    anchors
        .map(|link| {
            let place = placed_or_all(link, Span::new(0, link.url.len()), scope.text());
            let message = format!("`{}` is no place that a mail has", link.url);
            let finding = scope.finding(place, message);
            finding.hinted("say it without a link, or write the whole address of the issue's page on the web")
        })
        .collect()
}
