//! # What it checks
//!
//! Each bullet of a section has as many words as the house style wants: `words` of the section in digest.yaml.
//!
//! # Why it matters
//!
//! A bullet of ten words is a headline without its news; one of two hundred is an article that nobody skims.
//!
//! # Example
//!
//! ```markdown
//! - Ministers met in Astana on Monday and agreed to meet again.
//! ```
//!
//! That is eleven words, where digest.yaml says `words: 40..80`.
//!
//! # Instead
//!
//! Say who, what and why it matters; or cut. Words are counted by the rules of Unicode (UAX #29): a URL counts none, a slot one.

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Count, Severity, plural};
use crate::issue::Bullet;

pub(in crate::check) const RULE: Rule = Rule {
    name: "bullet-length",
    severity: Severity::Warning,
    family: Family::Structure,
    source: include_str!("bullet_length.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (section, style) in scope.sections.of_bullets() {
        let Some(wanted) = style.words else { continue };
        // What swallowed the lines below it, because they begin with a typed `•`, is not too long.
        let typed = scope.typed_bullets(section);
        let swallowed = |bullet: &Bullet| typed.iter().any(|line| bullet.span.contains(*line));
        let wrong = section
            .bullets
            .iter()
            .filter(|bullet| !wanted.allows(bullet.words) && !swallowed(bullet));
        findings.extend(wrong.map(|bullet| finding(scope, bullet, wanted)));
    }
    findings
}

fn finding(scope: &DraftScope<'_>, bullet: &Bullet, wanted: Count) -> Finding {
    let written = match bullet.words {
        0 => "no words".to_owned(),
        words => plural(words, "word"),
    };
    let message = format!("this bullet has {written}; the house style wants {wanted}");
    let hint = match wanted.most {
        Some(most) if bullet.words > most => format!("cut {}", plural(bullet.words - most, "word")),
        _ => format!(
            "write {} more",
            plural(wanted.least.saturating_sub(bullet.words), "word")
        ),
    };
    scope.finding(scope.first_line(bullet.span), message).hinted(hint)
}
