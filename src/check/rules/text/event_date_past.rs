//! # What it checks
//!
//! In English text: nothing is announced for a day before the issue's `date`, as in "will be held on", "register by", "join us on".
//!
//! # Why it matters
//!
//! An invitation to what is over tells readers that nobody read the item before it was sent, as happens to items taken over from an earlier
//! issue.
//!
//! # Example
//!
//! In an issue of 5 February 2019:
//!
//! ```markdown
//! The forum will be held on 3 February 2019 in Almaty.
//! ```
//!
//! # Instead
//!
//! Take the item out, or write what came of it. Where the date has no year, the finding is information.

use jiff::civil::Date;

use crate::check::{Check, DraftScope, Family, Finding, Rule, WrittenDate};
use crate::foundation::Severity;

/// What announces something that is to come.
const ANNOUNCING: [&str; 42] = [
    "will be held",
    "will be hosted",
    "will take place",
    "will happen",
    "will start",
    "will begin",
    "will open",
    "will meet",
    "will kick off",
    "will be hosting",
    "will be taking place",
    "is scheduled for",
    "are scheduled for",
    "is planned for",
    "is taking place",
    "are taking place",
    "join us",
    "join us for",
    "register by",
    "register before",
    "register until",
    "registration closes",
    "registration ends",
    "registration is open until",
    "registration deadline",
    "applications close",
    "applications are due",
    "application deadline",
    "apply by",
    "apply before",
    "apply until",
    "submit by",
    "submissions close",
    "submissions are due",
    "submission deadline",
    "the deadline is",
    "deadline for",
    "rsvp by",
    "sign up by",
    "is open until",
    "are open until",
    "save the date",
];
/// What there is one of in each of those.
const HINTS: [&str; 11] = [
    "will ", "is ", "are ", "join ", "regist", "appl", "submi", "deadline", "rsvp", "sign ", "save ",
];
/// Words after which the date is that of something else.
const OTHERWISE: [&str; 20] = [
    " since ",
    " after ",
    " announced",
    " published",
    " released",
    " from ",
    " as of ",
    " began ",
    " which ",
    " that ",
    " who ",
    " was ",
    " were ",
    " than ",
    " until recently ",
    " recorded ",
    " last ",
    " because ",
    " following ",
    " based on ",
];
/// The most bytes between what announces and its date.
const APART: usize = 60;
/// A date without a year is past only within so many days: before that, next year's may be meant.
const RECENT: i32 = 60;

pub(in crate::check) const RULE: Rule = Rule {
    name: "event-date-past",
    severity: Severity::Warning,
    family: Family::Text,
    source: include_str!("event_date_past.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let Some(issued) = scope.draft.front.date.as_ref().map(|date| date.value) else {
        return Vec::new();
    };
    if scope.language() != "en" {
        return Vec::new();
    }
    let dates = scope.dates();
    let past = dates.filter(|(block, date)| is_past(date, issued) && is_announced(&block.text, date));
    let findings = past.map(|(block, date)| {
        let written = date.span.of(&block.text);
        let message = format!("this is announced for `{written}`, and the issue is of {issued}");
        let finding = scope.finding(block.place(date.whole()), message);
        let finding = finding.hinted("take it out, or write what came of it; else correct the date");
        match date.year {
            Some(_) => finding,
            None => finding.at(Severity::Info),
        }
    });
    findings.collect()
}

fn is_past(date: &WrittenDate, issued: Date) -> bool {
    let Some(day) = date.meant_in(Some(issued)) else {
        return false;
    };
    day < issued && (date.year.is_some() || (issued - day).get_days() <= RECENT)
}

/// Whether something is announced for a date, which is not the first day of several.
fn is_announced(text: &str, date: &WrittenDate) -> bool {
    let date = date.whole();
    let start = text.ceil_char_boundary(date.start.saturating_sub(APART));
    let before = text[start..date.start].to_lowercase();
    if !HINTS.iter().any(|hint| before.contains(hint)) {
        return false;
    }
    let found = ANNOUNCING.iter().filter_map(|phrase| {
        let at = before.rfind(phrase)?;
        Some(at + phrase.len())
    });
    let Some(end) = found.max() else { return false };
    let between = &before[end..];
    let ends = between.contains(['.', ';', '!', '?', '(', '\n']);
    let other = OTHERWISE.iter().any(|word| between.contains(word));
    !ends && !other && !goes_on(&text[date.end..])
}

/// Whether a date is followed by another to which what is announced lasts.
fn goes_on(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', ',']);
    let range = ["-", "–", "—", "to ", "through ", "until ", "till ", "and ", "&"];
    range.iter().any(|sign| rest.starts_with(sign))
}
