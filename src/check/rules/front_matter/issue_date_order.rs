//! # What it checks
//!
//! No issue is of an earlier day than the issue with the number before its own.
//!
//! # Why it matters
//!
//! One of the two numbers or dates is wrong: often the date was copied with the draft. Archives sort by the one, readers go by the other.
//!
//! # Example
//!
//! Issue 197 of 5 February 2019, where issue 196 is of 29 January 2020.
//!
//! # Instead
//!
//! Correct the date or the number.

use jiff::civil::Date;

use crate::check::{Check, DraftsScope, Family, Finding, Rule};
use crate::foundation::{Location, Severity};
use crate::issue::{Draft, Spanned};

pub(in crate::check) const RULE: Rule = Rule {
    name: "issue-date-order",
    severity: Severity::Warning,
    family: Family::FrontMatter,
    source: include_str!("issue_date_order.rs"),
    limits: &[],
    check: Check::Drafts(check),
};

fn check(scope: &DraftsScope<'_>) -> Vec<Finding> {
    let drafts = scope.checked.iter().map(|draft| (*draft, true));
    let drafts = drafts.chain(scope.others.iter().map(|draft| (*draft, false)));
    let dated = drafts.filter_map(|(draft, is_checked)| {
        let number = draft.front.issue.as_ref()?.value;
        Some((number, draft.front.date.as_ref()?, draft, is_checked))
    });
    let mut dated: Vec<_> = dated.collect();
    dated.sort_by_key(|(number, date, ..)| (*number, date.value));
    let mut findings = Vec::new();
    for pair in dated.windows(2) {
        let ((before, earlier, other, _), (number, date, draft, is_checked)) = (pair[0], pair[1]);
        if is_checked && before < number && date.value < earlier.value {
            findings.push(too_early(draft, (number, date), (before, earlier.value), other));
        }
    }
    findings
}

fn too_early(
    draft: &Draft,
    (number, date): (u32, &Spanned<Date>),
    before: (u32, Date),
    other: &Draft,
) -> Finding {
    let (path, (before, earlier)) = (other.source.path().display(), before);
    let message = format!(
        "issue {number} is of {}, and issue {before}, `{path}`, of {earlier}",
        date.value
    );
    let finding = Finding::new(Location::new(&draft.source, date.span), message);
    finding.hinted("correct the date or the number of one of them")
}
