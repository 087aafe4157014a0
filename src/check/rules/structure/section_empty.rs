//! # What it checks
//!
//! Something stands under every section's heading.
//!
//! # Why it matters
//!
//! A heading with nothing below it goes out as a heading with nothing below it.
//!
//! # Example
//!
//! ```markdown
//! ## Economy, Finance, and Energy
//!
//! ## Society and Culture
//! ```
//!
//! # Instead
//!
//! Write the section, or take its heading out if digest.yaml calls it optional.

use crate::check::{Check, DraftScope, Family, Finding, Meaning, ReadSection, Rule};
use crate::foundation::Severity;
use crate::publication::SectionKind;

pub(in crate::check) const RULE: Rule = Rule {
    name: "section-empty",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("section_empty.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let sections = scope.sections.read.iter();
    sections.filter_map(|section| empty(scope, section)).collect()
}

fn empty(scope: &DraftScope<'_>, section: &ReadSection<'_>) -> Option<Finding> {
    let written = section.written;
    // What stands again is to be taken out, not filled.
    let repeated = matches!(section.meaning, Meaning::Again(_));
    if repeated || !written.bullets.is_empty() || !written.others.is_empty() {
        return None;
    }
    let style = section.meaning.style();
    let wanted = match style {
        Some(style) if style.kind == SectionKind::Bullets => match style.bullets {
            Some(bullets) => format!("write its bullets ({bullets}), each on a line that begins with `- `"),
            None => "write its bullets, each on a line that begins with `- `".to_owned(),
        },
        _ => "write its text below the heading".to_owned(),
    };
    let name = style.map_or(&written.heading.text, |style| &style.heading);
    let message = format!("the section `{name}` is empty");
    let optional = style.is_some_and(|style| style.optional);
    let hint = if optional {
        format!("{wanted}, or take the heading out: the section is optional")
    } else {
        wanted
    };
    Some(scope.finding(written.heading.span, message).hinted(hint))
}
