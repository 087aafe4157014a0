//! # What it checks
//!
//! A subscriber's name is a name: no address, no tag of a mailing program, not "test", no name of an account (`anna1985`), and not in capitals alone.
//!
//! # Why it matters
//!
//! "Dear anna1985@gmail.com" and "Dear ANNA" tell a reader that a machine writes.
//!
//! # Example
//!
//! ```csv
//! email,name
//! anna@example.org,ANNA KIM
//! ```
//!
//! # Instead
//!
//! ```csv
//! email,name
//! anna@example.org,Anna Kim
//! ```
//!
//! A name that is not known is left empty: `{{ subscriber.name | default("reader") }}` greets everybody.

use crate::check::{Check, Family, Finding, ListScope, MOST, Rule};
use crate::foundation::Severity;
use crate::subscriber::Row;

/// What forms are filled in with.
const PLACEHOLDERS: [&str; 8] = [
    "test",
    "tester",
    "test test",
    "asdf",
    "qwerty",
    "null",
    "n/a",
    "first name",
];
/// Shorter names in capitals can be initials.
const SHORTEST: usize = 4;

pub(in crate::check) const RULE: Rule = Rule {
    name: "list-name-suspicious",
    severity: Severity::Info,
    family: Family::Lists,
    source: include_str!("list_name_suspicious.rs"),
    limits: &[],
    check: Check::List(check),
};

fn check(scope: &ListScope<'_>) -> Vec<Finding> {
    let rows = scope.list.rows().filter_map(|row| {
        let Ok(Row::Usable { line, subscriber }) = row else {
            return None;
        };
        let name = subscriber.name.as_str();
        let what = fault(name).filter(|_| subscriber.status.gets_mail())?;
        let message = format!("`{name}` {what}");
        Some(
            scope
                .finding(line, message)
                .hinted("write the name as its owner does, or leave it empty"),
        )
    });
    rows.take(MOST + 1).collect()
}

fn fault(name: &str) -> Option<&'static str> {
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    if name.is_empty() {
        None
    } else if name.contains('@') {
        Some("is an address, and stands where a name should")
    } else if name.contains("{{") || name.contains("*|") || name.contains("%%") {
        Some("is a tag of a mailing program, not a name")
    } else if PLACEHOLDERS.iter().any(|known| name.eq_ignore_ascii_case(known)) {
        Some("is hardly a name")
    } else if is_account(name) {
        Some("looks like the name of an account")
    } else if letters().count() >= SHORTEST && letters().all(char::is_uppercase) {
        Some("is written in capitals alone")
    } else {
        None
    }
}

/// One word of letters with digits behind them.
fn is_account(name: &str) -> bool {
    let letters = name.trim_end_matches(|c: char| c.is_ascii_digit());
    name.len() - letters.len() >= 2
        && !letters.is_empty()
        && letters.chars().all(|c| c.is_alphabetic() || c == '_' || c == '.')
}
