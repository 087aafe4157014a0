//! # What it checks
//!
//! Below a heading the next deeper one is one level deeper: `###` below `##`, `####` below `###`. In the lead article, where `##` would begin a section,
//! `###` stands right below the title.
//!
//! # Why it matters
//!
//! Who listens to a mail goes from heading to heading, and a level left out sounds like a part left out (WCAG 2.2, technique H42). Levels chosen for
//! their looks look otherwise in another mail program.
//!
//! # Example
//!
//! ```markdown
//! ## Society and Culture
//!
//! #### Museums
//! ```
//!
//! # Instead
//!
//! ```markdown
//! ## Society and Culture
//!
//! ### Museums
//! ```

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::Severity;
use crate::issue::{BlockKind, PartOf};

pub(in crate::check) const RULE: Rule = Rule {
    name: "heading-level-skipped",
    severity: Severity::Warning,
    family: Family::Accessibility,
    source: include_str!("heading_level_skipped.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut last = None;
    for block in &scope.prose().blocks {
        let BlockKind::Heading(level) = block.kind else {
            continue;
        };
        // In the lead a heading of level 2 would end it.
        let above = match last {
            Some(1) if block.part == PartOf::Lead => Some(2),
            other => other,
        };
        if let Some(above) = above
            && level > above + 1
        {
            let marks = |level: u8| "#".repeat(usize::from(level));
            let message = format!(
                "the heading's level jumps from `{}` to `{}`",
                marks(last.unwrap_or(above)),
                marks(level)
            );
            let finding = scope.finding(scope.first_line(block.span), message);
            findings.push(finding.hinted(format!("begin it with `{}`", marks(above + 1))));
        }
        last = Some(level);
    }
    findings
}
