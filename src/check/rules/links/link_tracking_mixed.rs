//! # What it checks
//!
//! Of the links to the publication's own web site (`homepage` in digest.yaml) either all carry `utm_` parameters or none does.
//!
//! # Why it matters
//!
//! Who counts visits by those parameters counts too few, and does not learn of it.
//!
//! # Example
//!
//! ```markdown
//! Read [the article](https://example.org/ports?utm_source=weekly) or [the archive](https://example.org/archive).
//! ```
//!
//! # Instead
//!
//! ```markdown
//! Read [the article](https://example.org/ports?utm_source=weekly) or [the archive](https://example.org/archive?utm_source=weekly).
//! ```

use crate::check::addresses::{WebAddress, own_homepage, parameters};
use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-tracking-mixed",
    severity: Severity::Info,
    family: Family::Links,
    source: include_str!("link_tracking_mixed.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let Some(own) = own_homepage(scope.config) else {
        return Vec::new();
    };
    let is_own = |address: &WebAddress<'_>| {
        let name = address.name();
        name.strip_prefix("www.").unwrap_or(&name) == own
    };
    let links = scope.web_links().filter(|(_, address)| is_own(address));
    let (counted, plain): (Vec<_>, Vec<_>) = links.partition(|(_, address)| {
        let is_filled = address
            .query
            .is_some_and(|query| query.of(address.url).contains('{'));
        is_filled || parameters(address).any(|parameter| parameter.name.starts_with("utm_"))
    });
    if counted.is_empty() {
        return Vec::new();
    }
    let first = plain.first().into_iter();
    first
        .map(|(link, _)| {
            let (number, all) = (counted.len(), counted.len() + plain.len());
            let message =
                format!("of {all} links to `{own}`, {number} carry `utm_` parameters and this one does not");
            scope
                .finding(link.url_span, message)
                .hinted("write them at all such links, or at none")
        })
        .collect()
}
