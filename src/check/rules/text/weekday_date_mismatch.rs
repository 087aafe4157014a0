//! # What it checks
//!
//! A weekday that is written with a date is the one that the day has. A date without a year is taken for the one that is nearest to the issue's
//! `date`, or the next one where that is past.
//!
//! # Why it matters
//!
//! Of "Monday, 5 February" on a Tuesday one half is wrong, and readers cannot know which: some come a day early.
//!
//! # Example
//!
//! ```markdown
//! The hearing is on Monday, 5 February 2019.
//! ```
//!
//! # Instead
//!
//! ```markdown
//! The hearing is on Tuesday, 5 February 2019.
//! ```

use jiff::civil::Weekday;

use crate::check::{Check, DraftScope, Family, Finding, Rule, WrittenDate};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "weekday-date-mismatch",
    severity: Severity::Warning,
    family: Family::Text,
    source: include_str!("weekday_date_mismatch.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let findings = scope.dates().filter_map(|(block, date)| {
        let message = mismatch(scope, date)?;
        let finding = scope.finding(block.place(date.whole()), message);
        Some(finding.hinted("correct the weekday or the date"))
    });
    findings.collect()
}

/// What is wrong with a date's weekday.
fn mismatch(scope: &DraftScope<'_>, date: &WrittenDate) -> Option<String> {
    let (written, _) = date.weekday?;
    let issued = scope.draft.front.date.as_ref().map(|date| date.value);
    if date.may_be_on(written, issued) {
        return None;
    }
    let day = date.meant_in(issued)?;
    let (right, wrong) = (english(day.weekday()), english(written));
    Some(format!("{day} is a {right}, not a {wrong}"))
}

fn english(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
