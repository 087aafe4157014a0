//! # What it checks
//!
//! A draft whose file's name begins with a date, or says `issue-197`, has that `date` and that `issue` in its front matter.
//!
//! # Why it matters
//!
//! A draft that was begun as a copy of the last one often keeps its date or its number. Whoever looks for an issue by its file's name finds the
//! wrong one.
//!
//! # Example
//!
//! `date: 2019-02-05` in drafts/2019-02-12-caspian-crossroads.md.
//!
//! # Instead
//!
//! Correct the one that is wrong. A draft whose file is renamed keeps its `id`, and with it who has it already.

use jiff::civil::Date;

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::Severity;

/// How long an ISO date is.
const DATE: usize = "2019-02-05".len();
/// What comes before an issue's number.
const ISSUE: &str = "issue";

pub(in crate::check) const RULE: Rule = Rule {
    name: "file-name-mismatch",
    severity: Severity::Warning,
    family: Family::FrontMatter,
    source: include_str!("file_name_mismatch.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let front = &scope.draft.front;
    let stem = scope.draft.source.path().file_stem();
    let Some(stem) = stem.and_then(|stem| stem.to_str()) else {
        return Vec::new();
    };
    let hint = "correct the one that is wrong; a draft keeps its `id` when its file is renamed";
    let mut findings = Vec::new();
    if let (Some(named), Some(date)) = (named_date(stem), &front.date)
        && named != date.value
    {
        let message = format!("the file's name says {named}, and `date` says {}", date.value);
        findings.push(scope.finding(date.span, message).hinted(hint));
    }
    if let (Some(named), Some(issue)) = (named_issue(stem), &front.issue)
        && named != issue.value
    {
        let message = format!(
            "the file's name says issue {named}, and `issue` says {}",
            issue.value
        );
        findings.push(scope.finding(issue.span, message).hinted(hint));
    }
    findings
}

/// The date that a file's name begins with.
fn named_date(stem: &str) -> Option<Date> {
    let (date, rest) = stem.split_at_checked(DATE)?;
    let alone = !rest.starts_with(|c: char| c.is_ascii_digit());
    alone.then(|| date.parse().ok()).flatten()
}

/// The number in a file's name that `issue` stands before.
fn named_issue(stem: &str) -> Option<u32> {
    let lower = stem.to_ascii_lowercase();
    let at = lower.find(ISSUE)?;
    let is_word = !lower[..at].ends_with(char::is_alphanumeric);
    let rest = lower[at + ISSUE.len()..].trim_start_matches(['-', '_', ' ', '.']);
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    // `issue-2019-02-05` and `issue-5-questions` hold no number of an issue.
    let (number, after) = rest.split_at(end);
    let is_number = after.is_empty() || after.starts_with(['_', '.']);
    (is_word && is_number).then(|| number.parse().ok()).flatten()
}
