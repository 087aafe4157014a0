//! # What it checks
//!
//! No paragraph or bullet of more than 50 words is in bold or in italics from end to end.
//!
//! # Why it matters
//!
//! Emphasis tells one thing from what stands around it. A whole paragraph in italics is harder to read (British Dyslexia Association, style guide),
//! and in bold it looks like a heading that does not end.
//!
//! # Example
//!
//! ```markdown
//! **The ministry said that the law will be ready by autumn, and that …**
//! ```
//!
//! # Instead
//!
//! Mark the words that matter, or write a heading above it.

use unicode_segmentation::UnicodeSegmentation;

use crate::check::{Check, DraftScope, Family, Finding, Limit, Rule};
use crate::foundation::Severity;
use crate::issue::BlockKind;

const WORDS: Limit = Limit {
    rule: "emphasis-whole-paragraph",
    key: "words",
    usual: 50,
    says: "the most words of a paragraph that is in bold or italics as a whole",
};

pub(in crate::check) const RULE: Rule = Rule {
    name: "emphasis-whole-paragraph",
    severity: Severity::Info,
    family: Family::Text,
    source: include_str!("emphasis_whole_paragraph.rs"),
    limits: &[WORDS],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let most = scope.limit(WORDS);
    let blocks = scope.prose().blocks.iter();
    let paragraphs = blocks.filter(|block| block.kind == BlockKind::Paragraph);
    let findings = paragraphs.filter_map(|block| {
        let written = block.span.of(scope.text()).trim();
        let mark = mark_around(written)?;
        // What the parser did not take for emphasis is in the text as it stands.
        let is_taken = !block.text.starts_with(mark) && !block.text.ends_with(mark);
        let words = block.text.unicode_words().count();
        let style = if mark.len() == 1 { "in italics" } else { "in bold" };
        let message = format!("this paragraph of {words} words is {style} as a whole");
        let finding = scope.finding(scope.first_line(block.span), message);
        let finding = finding.hinted("mark the words that matter, or write a heading above it");
        (is_taken && words > most).then_some(finding)
    });
    findings.collect()
}

/// The marks that a paragraph begins and ends with, where they stand nowhere within it.
fn mark_around(written: &str) -> Option<&str> {
    ["**", "__", "*", "_"].into_iter().find(|mark| {
        let inside = written
            .strip_prefix(mark)
            .and_then(|rest| rest.strip_suffix(mark));
        let sign = &mark[..1];
        inside.is_some_and(|inside| {
            !inside.contains(mark) && !inside.starts_with(sign) && !inside.ends_with(sign)
        })
    })
}
