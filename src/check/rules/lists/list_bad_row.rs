//! # What it checks
//!
//! Mail can be sent to every row of a list: its address is one, and its status is known.
//!
//! # Why it matters
//!
//! A row that cannot be used is a reader who hears nothing, and who does not know that they should.
//!
//! # Example
//!
//! ```csv
//! email,name
//! anna@example,Anna
//! ```
//!
//! The domain has no dot.
//!
//! # Instead
//!
//! Mend the address, or take the row out.

use crate::check::{Check, Family, Finding, ListScope, MOST, Rule};
use crate::foundation::Severity;
use crate::subscriber::Row;

pub(in crate::check) const RULE: Rule = Rule {
    name: "list-bad-row",
    severity: Severity::Warning,
    family: Family::Lists,
    source: include_str!("list_bad_row.rs"),
    limits: &[],
    check: Check::List(check),
};

fn check(scope: &ListScope<'_>) -> Vec<Finding> {
    let mut last = 1;
    let rows = scope.list.rows().filter_map(|row| match row {
        Ok(Row::Usable { line, .. }) => {
            last = line;
            None
        }
        Ok(Row::Unusable {
            line,
            written,
            reason,
        }) => {
            last = line;
            Some(finding(scope, line, &written, &reason))
        }
        Err(failure) => Some(scope.finding(
            last,
            format!("the list cannot be read below this line: {failure}"),
        )),
    });
    rows.take(MOST + 1).collect()
}

fn finding(scope: &ListScope<'_>, line: usize, written: &str, reason: &str) -> Finding {
    let what = if written.is_empty() {
        "this row".to_owned()
    } else {
        format!("`{written}`")
    };
    scope
        .finding(line, format!("{what} cannot be used: {reason}"))
        .hinted("mend the row, or take it out")
}
