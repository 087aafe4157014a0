//! # What it checks
//!
//! No section stands in a draft twice.
//!
//! # Why it matters
//!
//! Two sections of one name are mostly a block that was pasted twice, or last week's section left in.
//!
//! # Example
//!
//! ```markdown
//! ## Society and Culture
//! …
//! ## Society and Culture
//! ```
//!
//! # Instead
//!
//! Move what belongs to the issue under the first of the two headings, and take the second out.

use crate::check::{Check, DraftScope, Family, Finding, Meaning, Rule};
use crate::foundation::Severity;
use crate::publication::SectionStyle;

pub(in crate::check) const RULE: Rule = Rule {
    name: "section-duplicated",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("section_duplicated.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for section in &scope.sections.read {
        if let Meaning::Again(style) = section.meaning {
            let line = first_line_of(scope, style);
            let message = format!(
                "the section `{}` stands here again; the first is on line {line}",
                style.heading
            );
            let hint = format!("move what belongs to it up to line {line}, and take this heading out");
            findings.push(scope.finding(section.written.heading.span, message).hinted(hint));
        }
    }
    findings
}

fn first_line_of(scope: &DraftScope<'_>, style: &SectionStyle) -> usize {
    let mut known = scope.sections.known();
    let first = known.find(|(_, known)| known.id == style.id);
    first.map_or(1, |(section, _)| scope.location(section.heading.span).line())
}
