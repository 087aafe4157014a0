//! # What it checks
//!
//! Words are parted by one space, but in headings. Two after a sentence are let pass in a draft that has them after most of its sentences.
//!
//! # Why it matters
//!
//! The mail's HTML shows one space either way, and the plain-text part may show both. In the file they make noise: lines differ from one version
//! to the next with nothing changed.
//!
//! # Example
//!
//! ```markdown
//! Four ports  were widened last year.
//! ```
//!
//! # Instead
//!
//! Write one. `digest check --fix` does.

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Fix, Severity, Span};
use crate::issue::ProseBlock;

pub(in crate::check) const RULE: Rule = Rule {
    name: "doubled-space",
    severity: Severity::Info,
    family: Family::Text,
    source: include_str!("doubled_space.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    if !scope.prose().blocks.iter().any(may_double) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let (mut doubled, mut single) = (0, 0);
    let blocks = scope.prose().blocks.iter();
    // A heading matches the house style whatever its spaces.
    for block in blocks.filter(|block| !block.is_heading()) {
        let text = block.text.as_str();
        for run in runs(text) {
            let after_sentence = ends_sentence(&text[..run.start]);
            if run.of(text) == " " {
                single += usize::from(after_sentence);
            } else if let Some(place) = scope.literal(block, run)
                // The space before a comma is another rule's.
                && !text[run.end..].starts_with(['.', ',', ';', ':', '!', '?'])
                && !parts_a_word_from_itself(text, run)
            {
                doubled += usize::from(after_sentence);
                found.push((place, after_sentence));
            }
        }
    }
    let is_style = doubled > single;
    found.retain(|(_, after_sentence)| !(is_style && *after_sentence));
    let findings = found.into_iter().map(|(place, _)| {
        let what = if place.of(scope.text()).contains('\t') {
            "a tab stands between two words"
        } else {
            "more than one space stands between two words"
        };
        let finding = scope.finding(place, what).hinted("write one space");
        finding.mended_by(Fix::replacing(place, " ", "write one space"))
    });
    findings.collect()
}

/// Whether two spaces may stand side by side in a block, or a tab stands there.
fn may_double(block: &ProseBlock) -> bool {
    block.bytes.has(b'\t') || memchr::memmem::find(block.text.as_bytes(), b"  ").is_some()
}

/// The spaces within a text that are more than one, or follow a sentence.
fn runs(text: &str) -> impl Iterator<Item = Span> + '_ {
    let is_space = |c: char| c == ' ' || c == '\t';
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_space)?;
        let rest = &text[start..];
        let length = rest.find(|c| !is_space(c))?;
        at = start + length;
        Some(Span::new(start, at))
    })
    .filter(|run| run.start > 0)
    .filter(|run| !text[run.end..].starts_with('\n') && !text[..run.start].ends_with('\n'))
}

/// Whether the same word stands on both sides, which is another rule's, too.
fn parts_a_word_from_itself(text: &str, run: Span) -> bool {
    let is_sign = |c: char| !c.is_alphanumeric();
    let before = text[..run.start].rsplit(is_sign).next().unwrap_or_default();
    let after = text[run.end..].split(is_sign).next().unwrap_or_default();
    !after.is_empty() && before.to_lowercase() == after.to_lowercase()
}

fn ends_sentence(before: &str) -> bool {
    before
        .trim_end_matches(['"', '”', '’', '\'', ')', ']', '»'])
        .ends_with(['.', '?', '!', ':', '…'])
}
