//! # What it checks
//!
//! No issue number is left out, in a publication of ten numbered issues and more that counts them one by one.
//!
//! # Why it matters
//!
//! Readers who keep issues ask where number 196 is, and librarians write letters.
//!
//! # Example
//!
//! Issues 194, 195 and 197.
//!
//! # Instead
//!
//! Give the issue the next number. `digest new` finds it.

use std::collections::BTreeMap;

use crate::check::{Check, DraftsScope, Family, Finding, Rule};
use crate::foundation::{Location, Severity, Span};
use crate::issue::Draft;

/// Of fewer issues it cannot be told whether they are counted one by one.
const FEWEST: usize = 10;
/// Of so many numbers one that follows upon a gap is a slip; more are the way in which the publication counts.
const ONE_OF: usize = 10;

pub(in crate::check) const RULE: Rule = Rule {
    name: "issue-number-gap",
    severity: Severity::Info,
    family: Family::FrontMatter,
    source: include_str!("issue_number_gap.rs"),
    limits: &[],
    check: Check::Drafts(check),
};

fn check(scope: &DraftsScope<'_>) -> Vec<Finding> {
    let mut numbers: BTreeMap<u32, Option<(&Draft, Span)>> = BTreeMap::new();
    for draft in &scope.others {
        if let Some(issue) = &draft.front.issue {
            numbers.insert(issue.value, None);
        }
    }
    for draft in &scope.checked {
        if let Some(issue) = &draft.front.issue {
            numbers.insert(issue.value, Some((draft, issue.span)));
        }
    }
    let order: Vec<u32> = numbers.keys().copied().collect();
    let gaps: Vec<(u32, u32)> = order
        .windows(2)
        .map(|pair| (pair[0], pair[1]))
        .filter(|(before, number)| number - before > 1)
        .collect();
    if order.len() < FEWEST || gaps.len() * ONE_OF > order.len() {
        return Vec::new();
    }
    let told = gaps.into_iter().filter_map(|(before, number)| {
        let (draft, span) = numbers[&number]?;
        let message = match number - before {
            2 => format!("no issue has the number {}", before + 1),
            _ => format!("no issue has the numbers from {} to {}", before + 1, number - 1),
        };
        let finding = Finding::new(Location::new(&draft.source, span), message);
        Some(finding.hinted(format!("after {before} comes {}", before + 1)))
    });
    told.collect()
}
