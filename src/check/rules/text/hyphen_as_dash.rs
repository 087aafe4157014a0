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

use memchr::memmem;

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
    let blocks = scope.prose().blocks.iter();
    let paragraphs = || blocks.clone().filter(|block| block.kind == BlockKind::Paragraph);
    let mut hyphens = Vec::new();
    for block in paragraphs().filter(|block| block.bytes.has(b'-')) {
        let found = memmem::find_iter(block.text.as_bytes(), " - ").filter(|at| is_dash(&block.text, *at));
        hyphens.extend(found.filter_map(|at| scope.literal(block, Span::new(at + 1, at + 2))));
    }
    let Some(first) = hyphens.first() else {
        return Vec::new();
    };
    let count = |dash: &str| -> usize { paragraphs().map(|block| block.text.matches(dash).count()).sum() };
    let (en, em) = (count(" – "), count("—"));
    if en + em <= hyphens.len() {
        return Vec::new();
    }
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
