//! # What it checks
//!
//! A section of prose has as many words as the house style wants: `words` of the section in digest.yaml.
//!
//! # Why it matters
//!
//! A section that is twice as long as usual pushes the ones below it off the screen.
//!
//! # Example
//!
//! A section of 40 words, where digest.yaml says `kind: prose` and `words: 100..300`.
//!
//! # Instead
//!
//! Write more, or cut. In a section of bullets `words` is the length of each bullet, and `bullet-length` checks it.

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, plural};
use crate::publication::SectionKind;

pub(in crate::check) const RULE: Rule = Rule {
    name: "section-length",
    severity: Severity::Warning,
    family: Family::Structure,
    source: include_str!("section_length.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (section, style) in scope.sections.known() {
        let Some(wanted) = style.words.filter(|_| style.kind != SectionKind::Bullets) else {
            continue;
        };
        // An empty section, or one that stands twice, has a finding that says more.
        let empty = section.bullets.is_empty() && section.others.is_empty();
        if empty || wanted.allows(section.words) || scope.sections.is_repeated(style) {
            continue;
        }
        let written = plural(section.words, "word");
        let message = format!(
            "the section `{}` has {written}; the house style wants {wanted}",
            style.heading
        );
        let hint = match wanted.most {
            Some(most) if section.words > most => format!("cut {}", plural(section.words - most, "word")),
            _ => format!(
                "write {} more",
                plural(wanted.least.saturating_sub(section.words), "word")
            ),
        };
        findings.push(scope.finding(section.heading.span, message).hinted(hint));
    }
    findings
}
