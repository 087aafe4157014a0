//! # What it checks
//!
//! A hyphen between two spaces does not stand for a dash in a draft that has true dashes, `–` or `—`, more often.
//!
//! # Why it matters
//!
//! It is the look of two hands. Screen readers, which pause at a dash, run over a hyphen.
//!
//! # Example
//!
//! ```markdown
//! The promise – the third in a row – was kept. The price - a day - was paid.
//! ```
//!
//! # Instead
//!
//! Write the dash that the rest of the draft has.

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, Span, plural};
use crate::issue::BlockKind;

pub(in crate::check) const RULE: Rule = Rule {
    name: "hyphen-as-dash",
    severity: Severity::Info,
    family: Family::Text,
    source: include_str!("hyphen_as_dash.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let (mut hyphens, mut en, mut em) = (Vec::new(), 0, 0);
    let blocks = scope.prose().blocks.iter();
    for block in blocks.filter(|block| block.kind == BlockKind::Paragraph) {
        let text = block.text.as_str();
        en += text.matches(" – ").count();
        em += text.matches('—').count();
        for (at, _) in text.match_indices(" - ").filter(|(at, _)| is_dash(text, *at)) {
            hyphens.extend(scope.literal(block, Span::new(at + 1, at + 2)));
        }
    }
    let Some(first) = hyphens.first().filter(|_| en + em > hyphens.len()) else {
        return Vec::new();
    };
    let dash = if em > en { '—' } else { '–' };
    let message = match hyphens.len() {
        1 => "a hyphen stands for a dash".to_owned(),
        all => format!(
            "a hyphen stands for a dash, here and in {} more",
            plural(all - 1, "place")
        ),
    };
    let hint = format!("write `{dash}`, as elsewhere in this draft");
    vec![scope.finding(*first, message).hinted(hint)]
}

/// Whether a spaced hyphen at `at` parts words, and not numbers.
fn is_dash(text: &str, at: usize) -> bool {
    let is_word = |c: char| c.is_alphabetic() || matches!(c, ')' | '"' | '”' | '“' | '(' | ',');
    text[..at].ends_with(|c: char| is_word(c) || c.is_ascii_digit())
        && text[at + " - ".len()..].starts_with(is_word)
}
