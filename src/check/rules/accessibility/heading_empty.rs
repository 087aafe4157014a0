//! # What it checks
//!
//! Behind the `#` marks of a heading there are words.
//!
//! # Why it matters
//!
//! An empty heading is a gap to the eye and a riddle to the ear: "heading level three", and nothing. Often the words slipped to the next line.
//!
//! # Example
//!
//! ```markdown
//! ###
//!
//! Museums reopened.
//! ```
//!
//! # Instead
//!
//! ```markdown
//! ### Museums
//!
//! They reopened.
//! ```

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::Severity;
use crate::issue::BlockKind;

pub(in crate::check) const RULE: Rule = Rule {
    name: "heading-empty",
    severity: Severity::Warning,
    family: Family::Accessibility,
    source: include_str!("heading_empty.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    // Of the title and of sections' headings other rules speak, where the house style knows sections.
    let least = if scope.sections.styles.is_empty() { 2 } else { 3 };
    let blocks = scope.prose().blocks.iter();
    let empty = blocks.filter(|block| {
        matches!(block.kind, BlockKind::Heading(level) if level >= least) && block.text.trim().is_empty()
    });
    empty
        .map(|block| {
            scope
                .finding(scope.first_line(block.span), "this heading has no words")
                .hinted("write the heading behind the marks, or take them out")
        })
        .collect()
}
