//! # What it checks
//!
//! What one of the `terms` in digest.yaml asks to write, no other asks not to write.
//!
//! # Why it matters
//!
//! Whichever of the two a draft has, the check finds fault with it.
//!
//! # Example
//!
//! ```yaml
//! check:
//!   terms:
//!     email: [e-mail]
//!     e-mail: [email]
//! ```
//!
//! # Instead
//!
//! ```yaml
//! check:
//!   terms:
//!     email: [e-mail]
//! ```

use crate::check::{Check, Family, Finding, PublicationScope, Rule};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "terms-contradict",
    severity: Severity::Warning,
    family: Family::Configuration,
    source: include_str!("terms_contradict.rs"),
    limits: &[],
    check: Check::Publication(check),
};

fn check(scope: &PublicationScope<'_>) -> Vec<Finding> {
    let terms = &scope.config.check.terms;
    let mut findings = Vec::new();
    for (index, term) in terms.iter().enumerate() {
        let others = terms.iter().enumerate().filter(|(other, _)| *other != index);
        let against = others
            .map(|(_, other)| other)
            .find(|other| has(&other.unwanted, &term.wanted));
        if let Some(other) = against {
            let message = format!(
                "`{}` is to be written here, and not to be written where `{}` is",
                term.wanted, other.wanted
            );
            let finding = scope.finding(&["check", "terms", &term.wanted], message);
            findings.push(finding.hinted("keep one of the two"));
        } else if term.unwanted.contains(&term.wanted) {
            let message = format!("`{}` is to be written and not to be written", term.wanted);
            let finding = scope.finding(&["check", "terms", &term.wanted], message);
            findings.push(finding.hinted("name the ways in which it is not written"));
        }
    }
    findings
}

/// Whether words have one among them, in whatever case.
fn has(words: &[String], word: &str) -> bool {
    words
        .iter()
        .any(|known| known.to_lowercase() == word.to_lowercase())
}
