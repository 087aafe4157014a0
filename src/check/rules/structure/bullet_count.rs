//! # What it checks
//!
//! A section has as many bullets as the house style wants: `bullets` of the section in digest.yaml.
//!
//! # Why it matters
//!
//! Sections of equal length are what makes issues look alike, and a bullet less than usual is mostly one that was forgotten.
//!
//! # Example
//!
//! Six bullets under a heading for which digest.yaml says `bullets: 7`.
//!
//! # Instead
//!
//! Write as many bullets as are missing, or cut those that are too many. A range such as `bullets: 5..9` gives room.

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Count, Severity, plural};

pub(in crate::check) const RULE: Rule = Rule {
    name: "bullet-count",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("bullet_count.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (section, style) in scope.sections.of_bullets() {
        let written = section.bullets.len();
        // A section that is empty, stands twice or has typed bullets has a finding that says more.
        let said =
            written == 0 || !scope.typed_bullets(section).is_empty() || scope.sections.is_repeated(style);
        if let Some(wanted) = style.bullets.filter(|wanted| !said && !wanted.allows(written)) {
            let message = format!(
                "the section `{}` has {}; the house style wants {wanted}",
                style.heading,
                plural(written, "bullet")
            );
            findings.push(
                scope
                    .finding(section.heading.span, message)
                    .hinted(remedy(written, wanted)),
            );
        }
    }
    findings
}

fn remedy(written: usize, wanted: Count) -> String {
    match wanted.most {
        Some(most) if written > most => format!("take {} out", plural(written - most, "bullet")),
        _ => format!(
            "write {} more",
            plural(wanted.least.saturating_sub(written), "bullet")
        ),
    }
}
