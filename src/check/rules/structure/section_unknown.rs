//! # What it checks
//!
//! Every heading with two `#` is that of a section of the house style. Case, kinds of spaces, quotes and dashes do not count.
//!
//! # Why it matters
//!
//! A misspelt heading goes out to every reader, and what stands under a heading that nobody planned is measured by no rule.
//!
//! # Example
//!
//! ```markdown
//! ## Society and Cultre
//! ```
//!
//! # Instead
//!
//! Write the heading as digest.yaml has it, or add the section there. A heading within a section has three `#`. What stands under a misspelt
//! heading is checked as the section that was meant, which then does not count as missing.

use crate::check::{Check, DraftScope, Family, Finding, Meaning, ReadSection, Rule};
use crate::foundation::{Severity, listed, nearest};

pub(in crate::check) const RULE: Rule = Rule {
    name: "section-unknown",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("section_unknown.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    if scope.sections.styles.is_empty() {
        return Vec::new();
    }
    let sections = scope.sections.read.iter();
    sections.filter_map(|section| unknown(scope, section)).collect()
}

fn unknown(scope: &DraftScope<'_>, section: &ReadSection<'_>) -> Option<Finding> {
    let heading = &section.written.heading;
    let known = || scope.sections.styles.iter().map(|style| style.heading.as_str());
    let meant = match section.meaning {
        Meaning::Is(_) | Meaning::Again(_) => return None,
        Meaning::MeantAs(style) => Some(style.heading.as_str()),
        Meaning::Unknown => nearest(&heading.text, known()),
    };
    let hint = meant.map_or_else(
        || {
            let known: Vec<String> = known().map(|known| format!("`{known}`")).collect();
            format!(
                "the sections are {}; a heading within one begins with `###`",
                listed(&known)
            )
        },
        |meant| format!("did you mean `{meant}`?"),
    );
    let message = if heading.text.is_empty() {
        "this section's heading is empty".to_owned()
    } else {
        format!("`{}` is no section of the house style", heading.text)
    };
    Some(scope.finding(heading.span, message).hinted(hint))
}
