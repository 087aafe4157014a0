//! # What it checks
//!
//! The lead article has as many words as the house style wants: `words` of the lead in digest.yaml.
//!
//! # Why it matters
//!
//! Mail is read on the way. Gmail shows no more than 102 KB of a message and hides the rest behind a link, and what it hides first is the end:
//! the last section and the link to unsubscribe.
//!
//! # Example
//!
//! A lead of 300 words, where digest.yaml says `words: 600..1600`.
//!
//! # Instead
//!
//! Write more, or cut. Words are counted by the rules of Unicode (UAX #29): a URL counts none, a slot one.

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, plural};

pub(in crate::check) const RULE: Rule = Rule {
    name: "lead-length",
    severity: Severity::Warning,
    family: Family::Structure,
    source: include_str!("lead_length.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let words = scope.draft.lead.words;
    // No words at all, or no title, is for other rules to say.
    let Some(wanted) = scope.config.structure.lead.words else {
        return Vec::new();
    };
    if words == 0 || wanted.allows(words) {
        return Vec::new();
    }
    let message = format!(
        "the lead has {}; the house style wants {wanted}",
        plural(words, "word")
    );
    let hint = match wanted.most {
        Some(most) if words > most => format!("cut {}", plural(words - most, "word")),
        _ => format!(
            "write {} more",
            plural(wanted.least.saturating_sub(words), "word")
        ),
    };
    let place = match &scope.draft.title {
        Some(title) => title.span,
        None => scope.first_line(scope.draft.lead.span),
    };
    vec![scope.finding(place, message).hinted(hint)]
}
