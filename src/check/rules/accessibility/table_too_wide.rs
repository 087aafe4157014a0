//! # What it checks
//!
//! No table has more than 4 columns.
//!
//! # Why it matters
//!
//! A telephone is some 360 pixels wide. Five columns leave 60 to each: two words under each other, or a page that must be pushed sideways.
//!
//! # Example
//!
//! A table of seven years, with a column for each.
//!
//! # Instead
//!
//! Turn the table so that the years go down, leave columns out, or show it on the web and link to it.

use crate::check::{Check, DraftScope, Family, Finding, Limit, Rule, table_heads};
use crate::foundation::{Severity, plural};

const COLUMNS: Limit = Limit {
    rule: "table-too-wide",
    key: "columns",
    usual: 4,
    says: "the most columns of a table",
};

pub(in crate::check) const RULE: Rule = Rule {
    name: "table-too-wide",
    severity: Severity::Info,
    family: Family::Accessibility,
    source: include_str!("table_too_wide.rs"),
    limits: &[COLUMNS],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let most = scope.limit(COLUMNS);
    let heads = table_heads(&scope.prose().blocks);
    heads
        .filter(|head| head.len() > most)
        .filter_map(|head| {
            let row = scope.line_of(head.first()?.span.start);
            let message = format!(
                "this table has {}; a telephone shows {most}",
                plural(head.len(), "column")
            );
            Some(
                scope
                    .finding(row, message)
                    .hinted("leave columns out, or turn the table so that they go down"),
            )
        })
        .collect()
}
