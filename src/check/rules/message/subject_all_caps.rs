//! # What it checks
//!
//! The subject is not written in capitals alone. One of a single word or of fewer than ten characters does not count.
//!
//! # Why it matters
//!
//! It reads as shouting, and filters hear it so: rspamd counts it with 3 of the 15 points that reject a mail (`SUBJ_ALL_CAPS`), SpamAssassin
//! with half of one of its 5.
//!
//! # Example
//!
//! ```yaml
//! subject: FOUR PORTS ARE WIDENED
//! ```
//!
//! # Instead
//!
//! ```yaml
//! subject: Four ports are widened
//! ```

use crate::check::{Check, DraftScope, Family, Finding, Rule, subject_block, without_tags};
use crate::foundation::{Severity, Span};

/// What SpamAssassin does not take for shouting either.
const SHORT: usize = 10;

pub(in crate::check) const RULE: Rule = Rule {
    name: "subject-all-caps",
    severity: Severity::Warning,
    family: Family::Message,
    source: include_str!("subject_all_caps.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let Some(block) = subject_block(scope.prose()) else {
        return Vec::new();
    };
    let text = without_tags(&block.text);
    if !is_shouted(text.trim()) {
        return Vec::new();
    }
    let span = block.place(Span::new(0, block.text.len()));
    let finding = scope.finding(span, "the subject is written in capitals alone");
    vec![finding.hinted("write it as a sentence is written")]
}

fn is_shouted(subject: &str) -> bool {
    let mut words = subject
        .split_whitespace()
        .filter(|word| word.contains(char::is_alphabetic));
    let several = words.nth(1).is_some();
    let letters = subject.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = subject.chars().filter(|c| c.is_uppercase()).count();
    // A few Latin capitals among letters of a script that has none are names.
    several
        && subject.chars().count() >= SHORT
        && capitals * 2 > letters
        && !subject.contains(char::is_lowercase)
}
