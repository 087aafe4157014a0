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

use crate::check::{Check, Family, Finding, ListScope, Rule};
use crate::foundation::{Severity, plural};
use crate::subscriber::Row;

/// So many rows are named one by one: a file in the wrong columns has as many faults as rows.
const NAMED: usize = 50;

pub(in crate::check) const RULE: Rule = Rule {
    name: "list-bad-row",
    severity: Severity::Warning,
    family: Family::Lists,
    source: include_str!("list_bad_row.rs"),
    check: Check::List(check),
};

fn check(scope: &ListScope<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut more = 0;
    let mut first_more = None;
    let mut last = 1;
    for row in scope.list.rows() {
        let (line, written, reason) = match row {
            Ok(Row::Usable { line, .. }) => {
                last = line;
                continue;
            }
            Ok(Row::Unusable {
                line,
                written,
                reason,
            }) => (line, written, reason),
            Err(failure) => {
                findings.push(scope.finding(
                    last,
                    format!("the list cannot be read below this line: {failure}"),
                ));
                break;
            }
        };
        last = line;
        if findings.len() == NAMED {
            more += 1;
            first_more.get_or_insert(line);
            continue;
        }
        let message = if written.is_empty() {
            format!("this row cannot be used: {reason}")
        } else {
            format!("`{written}` cannot be used: {reason}")
        };
        findings.push(
            scope
                .finding(line, message)
                .hinted("mend the row, or take it out"),
        );
    }
    if let Some(line) = first_more {
        let message = format!(
            "this row and {} after it cannot be used either",
            plural(more - 1, "row")
        );
        findings.push(
            scope
                .finding(line, message)
                .hinted("see first whether the columns stand under the right heads"),
        );
    }
    findings
}
