//! # What it checks
//!
//! No paragraph has more than 200 words without a line break, or 500 characters where it is Chinese or Japanese.
//!
//! # Why it matters
//!
//! On a phone 200 words are more than a screen without a place to rest. The GOV.UK content guide asks for paragraphs of five sentences at most, and
//! for sentences of 25 words: 125 words.
//!
//! # Example
//!
//! ```markdown
//! The ministry said in spring that … In summer it … By autumn …
//! ```
//!
//! # Instead
//!
//! Leave an empty line where a new thought begins.

use crate::check::{Check, DraftScope, Family, Finding, Limit, Measure, Rule};
use crate::foundation::Severity;
use crate::issue::BlockKind;

const WORDS: Limit = Limit {
    rule: "long-paragraph",
    key: "words",
    usual: 200,
    says: "the most words of a paragraph",
};
const CHARACTERS: Limit = Limit {
    rule: "long-paragraph",
    key: "characters",
    usual: 500,
    says: "the most characters of a paragraph in Chinese or Japanese",
};

pub(in crate::check) const RULE: Rule = Rule {
    name: "long-paragraph",
    severity: Severity::Info,
    family: Family::Text,
    source: include_str!("long_paragraph.rs"),
    limits: &[WORDS, CHARACTERS],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let (words, characters) = (scope.limit(WORDS), scope.limit(CHARACTERS));
    let blocks = scope.prose().blocks.iter();
    // No word and its space take less than two bytes.
    let long = blocks.filter(|block| block.text.len() > (words * 2).min(characters));
    let paragraphs = long.filter(|block| block.kind == BlockKind::Paragraph);
    let findings = paragraphs.filter_map(|block| {
        // A hard break gives rest, too.
        let longest = block.text.split('\n').max_by_key(|line| line.len())?;
        let (length, unit, most) = match Measure::beyond(words, longest, block)? {
            Measure::Words(length) => (length, "words", words),
            Measure::Characters(length) => (length, "characters", characters),
        };
        let message =
            format!("this paragraph has {length} {unit}; more than {most} are hard to read on a phone");
        let finding = scope.finding(scope.first_line(block.span), message);
        (length > most).then(|| finding.hinted("leave an empty line where a new thought begins"))
    });
    findings.collect()
}
