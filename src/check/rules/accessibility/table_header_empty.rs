//! # What it checks
//!
//! Every column of a table but the first has a heading.
//!
//! # Why it matters
//!
//! A screen reader says a column's heading before each of its cells. Where it is empty, a number is only a number (WCAG 2.2, technique H51). The first
//! column may go without: it names the rows.
//!
//! # Example
//!
//! ```markdown
//! | Port  |    |
//! |-------|----|
//! | Aktau | 12 |
//! ```
//!
//! # Instead
//!
//! ```markdown
//! | Port  | Days of waiting |
//! |-------|-----------------|
//! | Aktau | 12              |
//! ```

use crate::check::{Check, DraftScope, Family, Finding, Rule, table_heads};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "table-header-empty",
    severity: Severity::Info,
    family: Family::Accessibility,
    source: include_str!("table_header_empty.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let heads = table_heads(&scope.prose().blocks);
    heads
        .filter_map(|head| {
            let empty = head
                .iter()
                .skip(1)
                .filter(|cell| cell.text.trim().is_empty())
                .count();
            let first = head.first()?;
            let message = match (empty, head.len()) {
                (0, _) => return None,
                (1, _) => "a column of this table has no heading".to_owned(),
                (empty, _) => format!("{empty} columns of this table have no heading"),
            };
            let row = scope.line_of(first.span.start);
            Some(
                scope
                    .finding(row, message)
                    .hinted("write in the table's first row what each column holds"),
            )
        })
        .collect()
}
