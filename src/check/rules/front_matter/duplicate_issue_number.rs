//! # What it checks
//!
//! No two drafts of the publication have the same `issue` number.
//!
//! # Why it matters
//!
//! Readers cite issues by their number, and archives sort by it.
//!
//! # Example
//!
//! `issue: 197` in two files of drafts/.
//!
//! # Instead
//!
//! Give the newer draft the next number. `digest new` finds it.

use crate::check::{Check, DraftsScope, Family, Finding, Rule};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "duplicate-issue-number",
    severity: Severity::Error,
    family: Family::FrontMatter,
    source: include_str!("duplicate_issue_number.rs"),
    limits: &[],
    check: Check::Drafts(check),
};

fn check(scope: &DraftsScope<'_>) -> Vec<Finding> {
    let drafts = scope.checked.iter().chain(&scope.others);
    let numbers = drafts.filter_map(|draft| draft.front.issue.as_ref().map(|issue| issue.value));
    let next = numbers.max().and_then(|last| last.checked_add(1));
    scope.repeated(
        |draft| draft.front.issue.as_ref().map(|issue| (issue.value, issue.span)),
        |number, other| {
            let message = format!("the issue number {number} is also that of `{other}`");
            let free = next.map_or_else(
                || "one that is free".to_owned(),
                |next| format!("the next one, {next}"),
            );
            (message, format!("give the newer of the two {free}"))
        },
    )
}
