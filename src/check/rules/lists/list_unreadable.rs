//! # What it checks
//!
//! A list can be read: it is a table (CSV) or YAML, it is text, and it has a column `email`.
//!
//! # Why it matters
//!
//! Of a list that cannot be read nobody gets the issue.
//!
//! # Example
//!
//! ```csv
//! who;contact
//! Anna;anna@example.org
//! ```
//!
//! # Instead
//!
//! Call the column of the addresses `email`. The delimiter and the encoding are found out.

use std::sync::Arc;

use crate::check::{Check, Family, Finding, Rule, Unread};
use crate::foundation::{Location, Severity, Source, Span};

pub(in crate::check) const RULE: Rule = Rule {
    name: "list-unreadable",
    severity: Severity::Error,
    family: Family::Lists,
    source: include_str!("list_unreadable.rs"),
    limits: &[],
    check: Check::UnreadList(check),
};

fn check(unread: &Unread) -> Vec<Finding> {
    let (line, reason) = unread.line_and_reason();
    let source = Arc::new(Source::excerpt(&unread.shown, line, ""));
    let finding = Finding::new(Location::new(&source, Span::at(0)), reason);
    vec![finding.hinted_if(unread.failure.hints.first().cloned())]
}
