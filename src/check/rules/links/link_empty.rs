//! # What it checks
//!
//! Every link has an address.
//!
//! # Why it matters
//!
//! A link that leads nowhere cannot be sent: a mail has no page of its own that it could lead to.
//!
//! # Example
//!
//! ```markdown
//! The [report]() is out.
//! ```
//!
//! # Instead
//!
//! ```markdown
//! The [report](https://example.org/report) is out.
//! ```

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, Span};
use crate::issue::ProseLink;

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-empty",
    severity: Severity::Error,
    family: Family::Links,
    source: include_str!("link_empty.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let links = scope
        .prose()
        .links
        .iter()
        .filter(|link| link.url.trim().is_empty());
    links
        .map(|link| {
            let message = if link.text.is_empty() {
                "the link has no address".to_owned()
            } else {
                format!("the link `{}` has no address", link.text)
            };
            let finding = scope.finding(address(link, scope.text()), message);
            finding.hinted("write the page's address, from `https://` on, or take the link out")
        })
        .collect()
}

/// The brackets in which the address belongs; the whole link where there are none.
fn address(link: &ProseLink, text: &str) -> Span {
    let written = link.span.of(text);
    let opening = written.ends_with(')').then(|| written.rfind("](")).flatten();
    opening.map_or(link.span, |at| Span::new(link.span.start + at + 1, link.span.end))
}
