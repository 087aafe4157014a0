//! # What it checks
//!
//! No item stands in an issue twice, word for word or nearly so: bullets of 15 words and more, and paragraphs of 25, that have 85 in a
//! hundred of their three-word runs in common.
//!
//! # Why it matters
//!
//! Two editors take up the same story for two sections, or a paste went wrong; readers see it at once.
//!
//! # Example
//!
//! The same bullet under *Politics* and under *Economy*.
//!
//! # Instead
//!
//! Keep it where readers will look for it, and take it out elsewhere.

use std::collections::BTreeSet;

use crate::check::{Check, DraftScope, Family, Finding, Limit, Rule, alike};
use crate::foundation::{Location, Severity, Span};
use crate::issue::Draft;

const PERCENT: Limit = Limit {
    rule: "item-repeated",
    key: "percent",
    usual: 85,
    says: "how many in a hundred three-word runs two items share that are taken for one",
};

pub(in crate::check) const RULE: Rule = Rule {
    name: "item-repeated",
    severity: Severity::Warning,
    family: Family::Text,
    source: include_str!("item_repeated.rs"),
    limits: &[PERCENT],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let items = scope.items();
    let shingles: Vec<_> = items.iter().map(|(_, shingles)| shingles).collect();
    let mut pairs = alike(&shingles, scope.limit(PERCENT), |_, _| true);
    pairs.sort_by_key(|pair| pair.second);
    pairs.dedup_by_key(|pair| pair.second);
    // Of a section that stands twice as a whole, `section-duplicated` speaks.
    let again = sections_that_stand_again(scope.draft);
    pairs.retain(|pair| {
        !again
            .iter()
            .any(|section| section.contains(items[pair.second].0.span))
    });
    let findings = pairs.iter().map(|pair| {
        let (first, second) = (items[pair.first].0.span, items[pair.second].0.span);
        let line = Location::new(&scope.draft.source, first).position().line;
        let message = if pair.percent == 100 {
            format!("this item stands in line {line} too")
        } else {
            format!("this item is nearly the same as that in line {line}")
        };
        scope
            .finding(scope.first_line(second), message)
            .hinted("keep the one that stands where readers look for it")
    });
    findings.collect()
}

/// The bodies of the sections whose heading stands further up too.
fn sections_that_stand_again(draft: &Draft) -> Vec<Span> {
    let mut headings = BTreeSet::new();
    let sections = draft.sections.iter();
    let again = sections.filter(|section| !headings.insert(section.heading.text.to_lowercase()));
    again.map(|section| section.body).collect()
}
