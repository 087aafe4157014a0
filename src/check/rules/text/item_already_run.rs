//! # What it checks
//!
//! No bullet of 15 words and more was in an earlier issue, word for word or nearly so: with 85 in a hundred of their three-word runs in common.
//! What stands in four issues and more is taken for a standing text. Earlier is what has an earlier `date`.
//!
//! # Why it matters
//!
//! A draft is often begun as a copy of the last one. What was left in it is old news to every reader.
//!
//! # Example
//!
//! A bullet of last week's issue that was not replaced.
//!
//! # Instead
//!
//! Take it out, or say what is new since.

use std::collections::BTreeMap;

use crate::check::{Check, DraftsScope, Family, Finding, Limit, Rule, alike, ran_before};
use crate::foundation::{Location, Severity, Span};
use crate::issue::Draft;

/// What stands in more other issues than this is meant to.
const STANDING: usize = 2;

const PERCENT: Limit = Limit {
    rule: "item-already-run",
    key: "percent",
    usual: 85,
    says: "how many in a hundred three-word runs two items share that are taken for one",
};

pub(in crate::check) const RULE: Rule = Rule {
    name: "item-already-run",
    severity: Severity::Info,
    family: Family::Text,
    source: include_str!("item_already_run.rs"),
    limits: &[PERCENT],
    check: Check::Drafts(check),
};

fn check(scope: &DraftsScope<'_>) -> Vec<Finding> {
    let drafts: Vec<&Draft> = scope.checked.iter().chain(&scope.others).copied().collect();
    let read = scope.items();
    let mut owners = Vec::new();
    let mut shingles = Vec::new();
    for (number, items) in read.iter().enumerate() {
        for (item, of_item) in items.iter().filter(|(item, _)| item.is_bullet) {
            owners.push((number, item.span));
            shingles.push(of_item);
        }
    }
    let checked = scope.checked.len();
    let pairs = alike(&shingles, PERCENT.of(scope.config), |first, second| {
        let (first, second) = (owners[first].0, owners[second].0);
        first != second && first.min(second) < checked
    });
    let mut matches: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
    for pair in pairs {
        for (one, other) in [(pair.first, pair.second), (pair.second, pair.first)] {
            let holders = matches.entry(one).or_default();
            let percent = holders.entry(owners[other].0).or_default();
            *percent = pair.percent.max(*percent);
        }
    }
    let of_checked = matches.iter().filter(|(item, _)| owners[**item].0 < checked);
    of_checked
        .filter_map(|(item, holders)| {
            let (number, span) = owners[*item];
            already_run(drafts[number], span, holders, &drafts)
        })
        .collect()
}

/// What is said of an item that some issues have, each with how much it is alike; the last of those before counts.
fn already_run(
    draft: &Draft,
    span: Span,
    holders: &BTreeMap<usize, usize>,
    drafts: &[&Draft],
) -> Option<Finding> {
    if holders.len() > STANDING {
        return None;
    }
    let earlier = holders.iter().map(|(number, percent)| (drafts[*number], percent));
    let earlier = earlier.filter(|(other, _)| ran_before(other, draft));
    let (other, percent) =
        earlier.reduce(|last, next| if ran_before(last.0, next.0) { next } else { last })?;
    let path = other.source.path().display();
    let message = if *percent == 100 {
        format!("this item was in an earlier issue, `{path}`")
    } else {
        format!("nearly the same item was in an earlier issue, `{path}`")
    };
    let text = span.of(draft.source.text());
    let line = text.lines().next().unwrap_or_default().trim_end();
    let line = Span::new(span.start, span.start + line.len());
    let finding = Finding::new(Location::new(&draft.source, line), message);
    Some(finding.hinted("take it out, or say what is new since"))
}
