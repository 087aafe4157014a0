//! # What it checks
//!
//! No address stands on a list twice. Case does not count.
//!
//! # Why it matters
//!
//! Whoever stands on a list twice still gets one copy; but which of the two rows has the right name, and which is changed when they move, is
//! left to chance.
//!
//! # Example
//!
//! ```csv
//! email,name
//! anna@example.org,Anna
//! Anna@example.org,Anna Kim
//! ```
//!
//! # Instead
//!
//! Keep the row that is right. An address on two lists is no fault.

use std::collections::HashMap;

use crate::check::{Check, Family, Finding, ListScope, MOST, Rule};
use crate::foundation::Severity;
use crate::subscriber::Row;

pub(in crate::check) const RULE: Rule = Rule {
    name: "list-duplicate-address",
    severity: Severity::Warning,
    family: Family::Lists,
    source: include_str!("list_duplicate_address.rs"),
    limits: &[],
    check: Check::List(check),
};

fn check(scope: &ListScope<'_>) -> Vec<Finding> {
    let mut first_lines = HashMap::new();
    let repeated = scope.list.rows().filter_map(|row| {
        let Ok(Row::Usable { line, subscriber }) = row else {
            return None;
        };
        let first = *first_lines.entry(subscriber.address.canonical()).or_insert(line);
        (first != line).then(|| {
            let message = format!(
                "`{}` stands on this list already, on line {first}",
                subscriber.address
            );
            scope.finding(line, message).hinted("keep the row that is right")
        })
    });
    repeated.take(MOST + 1).collect()
}
