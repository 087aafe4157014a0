//! # What it checks
//!
//! Every date in the text is a day of the calendar: none is 31 April, 29 February 2019 or 2019-02-30. Names of months are known in English,
//! French, German, Russian and Spanish.
//!
//! # Why it matters
//!
//! Whoever wants to come on 31 April comes on no day, and wonders what else is wrong.
//!
//! # Example
//!
//! ```markdown
//! Registration is open until 31 April.
//! ```
//!
//! # Instead
//!
//! ```markdown
//! Registration is open until 30 April.
//! ```

use jiff::civil::Date;

use crate::check::{Check, DraftScope, Family, Finding, Rule, WrittenDate};
use crate::foundation::Severity;

/// The months' names in messages.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(in crate::check) const RULE: Rule = Rule {
    name: "impossible-date",
    severity: Severity::Warning,
    family: Family::Text,
    source: include_str!("impossible_date.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let dates = scope.dates().filter(|(_, date)| !date.is_possible());
    let findings = dates.map(|(block, date)| {
        let written = date.span.of(&block.text);
        let message = format!("`{written}` is no day of the calendar: {}", reason(date));
        scope
            .finding(block.place(date.span), message)
            .hinted("write the day that is meant")
    });
    findings.collect()
}

/// Why there is no such day.
fn reason(date: &WrittenDate) -> String {
    let name = usize::try_from(date.month - 1)
        .ok()
        .and_then(|month| MONTHS.get(month));
    let Some(name) = name else {
        return format!("a year has no month {}", date.month);
    };
    let first = Date::new(date.year.unwrap_or(2000), date.month, 1);
    let days = first.map_or(31, Date::days_in_month);
    match date.year {
        _ if date.day < 1 => "months begin with day 1".to_owned(),
        Some(year) if date.month == 2 => format!("{name} {year} has {days} days"),
        _ => format!("{name} has {days} days"),
    }
}
