//! # What it checks
//!
//! Links lead to `https:`, `http:`, `mailto:` or `tel:` addresses, and pictures come from `https:` or `http:` ones; each is whole.
//!
//! # Why it matters
//!
//! A mail has no page that an address could be relative to: `/report` leads nowhere. Mail programs take `javascript:` and its like out, or take
//! the mail for an attack; pictures in `data:` addresses Gmail does not show (caniemail.com, *Base64 image format*).
//!
//! # Example
//!
//! ```markdown
//! See the [report](/reports/2019).
//! ```
//!
//! # Instead
//!
//! ```markdown
//! See the [report](https://example.org/reports/2019).
//! ```

use crate::check::{Check, Family, Finding, Rule, Unrendered};
use crate::foundation::{Location, Severity, Span};
use crate::issue::Prose;
use crate::render::link_fault;

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-target-unsafe",
    severity: Severity::Error,
    family: Family::Rendering,
    source: include_str!("link_target_unsafe.rs"),
    limits: &[],
    check: Check::Unrendered(check),
};

fn check(unrendered: &Unrendered<'_>) -> Vec<Finding> {
    let scope = unrendered.written;
    let mut faulty = faulty(scope.prose(), scope.text());
    let faults = unrendered.faults.iter();
    let faults = faults.filter(|fault| fault.rule == "link-target").cloned();
    faults
        .map(|mut fault| {
            // Rendering knows the part of the draft; the links of a part come in the order in which they are written.
            if let Some(at) = faulty.iter().position(|(_, message)| *message == fault.message) {
                let (span, _) = faulty.remove(at);
                fault.location = Location::new(&scope.draft.source, span);
            }
            Finding::from(fault)
        })
        .collect()
}

/// The addresses with something wrong, in the order written, and what rendering says of them.
fn faulty(prose: &Prose, text: &str) -> Vec<(Span, String)> {
    let links = prose
        .links
        .iter()
        .filter_map(|link| Some((link.url_span, link.span.start, link_fault(&link.url, false)?.0)));
    let images = prose.images.iter().filter_map(|image| {
        let (message, _) = link_fault(&image.url, true)?;
        let found = image.span.of(text).rfind(&image.url);
        let found = found.filter(|_| !image.url.is_empty());
        let url = found.map(|at| Span::new(at, at + image.url.len()).shifted(image.span.start));
        Some((url.unwrap_or(image.span), image.span.start, message))
    });
    let mut faulty: Vec<(Span, usize, String)> = links.chain(images).collect();
    faulty.sort_by_key(|(_, start, _)| *start);
    faulty
        .into_iter()
        .map(|(span, _, message)| (span, message))
        .collect()
}
