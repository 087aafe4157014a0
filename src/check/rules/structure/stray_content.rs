//! # What it checks
//!
//! All text belongs to a part of the issue: nothing stands before the title, nothing but bullets stands in a section of bullets, and there is one
//! title.
//!
//! # Why it matters
//!
//! A template has no place for text that belongs nowhere: it would be left out of the mail, and nobody would notice until a reader does.
//!
//! # Example
//!
//! ```markdown
//! ## Society and Culture
//!
//! Our pick of the week.
//!
//! - First item …
//! ```
//!
//! # Instead
//!
//! Make it a bullet, move it into the lead, or take it out. Notes to oneself go into `<!-- … -->`. A section that holds paragraphs has
//! `kind: prose` in digest.yaml, one that holds both `kind: any`.

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, Span, plural};
use crate::issue::DraftSection;
use crate::publication::SectionStyle;

pub(in crate::check) const RULE: Rule = Rule {
    name: "stray-content",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("stray_content.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let strays = scope.draft.strays.iter();
    let mut findings: Vec<Finding> = strays.map(|stray| outside(scope, *stray)).collect();
    for (section, style) in scope.sections.of_bullets() {
        findings.extend(inside(scope, section, style));
    }
    findings
}

/// A block that belongs to no part.
fn outside(scope: &DraftScope<'_>, stray: Span) -> Finding {
    let before_title = scope
        .draft
        .title
        .as_ref()
        .is_some_and(|title| stray.end <= title.span.start);
    let (message, hint) = if before_title {
        (
            "this text stands before the title",
            "move it below the title, or take it out",
        )
    } else {
        (
            "this is a second title; an issue has one",
            "write `##` for a section's heading, `###` for one within the lead",
        )
    };
    scope.finding(scope.first_line(stray), message).hinted(hint)
}

/// The blocks of a section of bullets that are no list.
fn inside(scope: &DraftScope<'_>, section: &DraftSection, style: &SectionStyle) -> Vec<Finding> {
    // What was meant as a list is `typed-bullet`'s to tell.
    let lines = scope.typed_bullets(section);
    let typed = |block: &Span| lines.iter().any(|line| block.contains(*line));
    let others: Vec<Span> = section
        .others
        .iter()
        .copied()
        .filter(|block| !typed(block))
        .collect();
    let Some(first) = others.first() else {
        return Vec::new();
    };
    if section.bullets.is_empty() && lines.is_empty() {
        let found = plural(others.len(), "paragraph");
        let message = format!(
            "the section `{}` wants bullets, and has {found} instead",
            style.heading
        );
        let hint = "begin each item with `- `, or write `kind: prose` at the section in digest.yaml";
        return vec![scope.finding(scope.first_line(*first), message).hinted(hint)];
    }
    let message = format!(
        "this is no bullet, and `{}` is a section of bullets",
        style.heading
    );
    let hint = "begin it with `- `, move it into the lead, or take it out";
    let findings = others
        .iter()
        .map(|block| scope.finding(scope.first_line(*block), message.clone()));
    findings.map(|finding| finding.hinted(hint)).collect()
}
