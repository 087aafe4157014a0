//! # What it checks
//!
//! No list stands in more than two others.
//!
//! # Why it matters
//!
//! Each level takes from the width of the line, which on a telephone is 40 characters to begin with, and screen readers say "list of three items, level
//! four" before a word is read.
//!
//! # Example
//!
//! ```markdown
//! - Ports
//!   - Aktau
//!     - Terminals
//!       - The north terminal
//! ```
//!
//! # Instead
//!
//! Give the inner points a paragraph, or a heading of their own.

use crate::check::{Check, DraftScope, Family, Finding, Limit, Rule};
use crate::foundation::Severity;
use crate::issue::BlockKind;

const LEVELS: Limit = Limit {
    rule: "list-nested-deeply",
    key: "levels",
    usual: 3,
    says: "the most lists that a list may stand in, itself counted",
};

pub(in crate::check) const RULE: Rule = Rule {
    name: "list-nested-deeply",
    severity: Severity::Info,
    family: Family::Accessibility,
    source: include_str!("list_nested_deeply.rs"),
    limits: &[LEVELS],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let most = scope.limit(LEVELS);
    let mut findings = Vec::new();
    let mut was_deep = false;
    for block in &scope.prose().blocks {
        let is_deep = block.depth > most;
        if is_deep && !was_deep && block.kind == BlockKind::Paragraph {
            let message = format!(
                "this list stands {} deep; more than {most} levels are lost on a telephone",
                block.depth
            );
            let finding = scope.finding(scope.first_line(block.span), message);
            findings.push(finding.hinted("make the inner list sentences, or give it a heading of its own"));
        }
        was_deep = is_deep;
    }
    findings
}
