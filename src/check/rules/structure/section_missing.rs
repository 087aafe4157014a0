//! # What it checks
//!
//! Every section of the house style is there, but for those that digest.yaml calls optional.
//!
//! # Why it matters
//!
//! Regular readers look for their section. One that is gone without a word looks like a mistake, and mostly is one.
//!
//! # Example
//!
//! ```markdown
//! ## Politics, Foreign Affairs, and Security
//! …
//! ## Society and Culture
//! ```
//!
//! Here the section on the economy, which stands between the two in digest.yaml, is missing.
//!
//! # Instead
//!
//! Add the heading and what belongs under it, or write `optional: true` at the section in digest.yaml.

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, Span};
use crate::publication::{SectionKind, SectionStyle};

pub(in crate::check) const RULE: Rule = Rule {
    name: "section-missing",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("section_missing.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let absent = scope.sections.absent.iter();
    absent
        .filter(|style| !style.optional)
        .map(|style| missing(scope, style))
        .collect()
}

fn missing(scope: &DraftScope<'_>, style: &SectionStyle) -> Finding {
    let (span, place) = place(scope, style);
    let message = format!("the section `{}` is missing", style.heading);
    let content = match (style.kind, style.bullets) {
        (SectionKind::Bullets, Some(bullets)) => format!(" with its bullets ({bullets})"),
        (SectionKind::Bullets, None) => " with its bullets".to_owned(),
        _ => " with its text".to_owned(),
    };
    let hint = format!("write the heading `## {}`{content} {place}", style.heading);
    scope.finding(span, message).hinted(hint)
}

/// Where the section belongs: after the nearest one that should come before it, else before the next.
fn place(scope: &DraftScope<'_>, style: &SectionStyle) -> (Span, String) {
    let styles = scope.sections.styles;
    let index = styles.iter().position(|known| known.id == style.id);
    let (before, after) = styles.split_at(index.unwrap_or(styles.len()));
    let written = |style: &SectionStyle| {
        let mut known = scope.sections.known();
        let found = known.find(|(_, known)| known.id == style.id);
        found.map(|(section, _)| section.heading.span)
    };
    let previous = before
        .iter()
        .rev()
        .find_map(|style| Some((written(style)?, style)));
    let next = after.iter().find_map(|style| Some((written(style)?, style)));
    match (previous, next) {
        (Some((span, style)), _) => (span, format!("after the section `{}`", style.heading)),
        (None, Some((span, style))) => (span, format!("before the section `{}`", style.heading)),
        (None, None) => (scope.head(), "after the lead".to_owned()),
    }
}
