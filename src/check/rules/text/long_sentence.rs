//! # What it checks
//!
//! No sentence has more than 45 words, or 100 characters where it is Chinese or Japanese. Headings, tables and lists of names do not count, and a
//! slot, code or an address is no word.
//!
//! # Why it matters
//!
//! A newsletter is read on a phone, in a queue. Of sentences of some 43 words readers are found to understand less than a tenth, of sentences
//! of 14 more than nine tenths (American Press Institute, as cited in the GOV.UK content guide on sentence length, which asks for 25 at most). 100 characters are what textlint's rules for
//! technical writing in Japanese allow.
//!
//! # Example
//!
//! ```markdown
//! The ministry, which had promised the law in spring and again in summer, said that … and that …, while …
//! ```
//!
//! # Instead
//!
//! Put a full stop where the first thought ends.

use crate::check::{Check, DraftScope, Family, Finding, Limit, Measure, Rule, sentences};
use crate::foundation::Severity;
use crate::issue::BlockKind;

const WORDS: Limit = Limit {
    rule: "long-sentence",
    key: "words",
    usual: 45,
    says: "the most words of a sentence",
};
const CHARACTERS: Limit = Limit {
    rule: "long-sentence",
    key: "characters",
    usual: 100,
    says: "the most characters of a sentence in Chinese or Japanese",
};

pub(in crate::check) const RULE: Rule = Rule {
    name: "long-sentence",
    severity: Severity::Info,
    family: Family::Text,
    source: include_str!("long_sentence.rs"),
    limits: &[WORDS, CHARACTERS],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let (words, characters) = (scope.limit(WORDS), scope.limit(CHARACTERS));
    let mut findings = Vec::new();
    let blocks = scope.prose().blocks.iter();
    // No word and its space take less than two bytes.
    let long = blocks.filter(|block| block.text.len() + 1 > (words * 2).min(characters));
    for block in long.filter(|block| block.kind == BlockKind::Paragraph) {
        for sentence in sentences(&block.text) {
            let text = sentence.of(&block.text);
            if text.len() < (words * 2).min(characters) {
                continue;
            }
            let (length, unit, most) = match Measure::beyond(words, text, block) {
                Some(Measure::Words(length)) => (length, "words", words),
                Some(Measure::Characters(length)) => (length, "characters", characters),
                None => continue,
            };
            if length > most && !lists_names(text) {
                let message =
                    format!("this sentence has {length} {unit}; more than {most} are hard to follow");
                let finding = scope.finding(block.place(sentence), message);
                findings.push(finding.hinted("make two or three of it"));
            }
        }
    }
    findings
}

/// Whether a sentence is mostly names with commas between them: thanks to many, a book's authors.
fn lists_names(sentence: &str) -> bool {
    let (mut words, mut names, mut commas) = (0, 0, 0);
    for token in sentence.split_whitespace() {
        let word = token.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '@');
        words += usize::from(!word.is_empty());
        names += usize::from(word.starts_with(|c: char| c.is_uppercase() || c == '@'));
        commas += usize::from(token.ends_with([',', ';']));
    }
    names * 2 >= words && commas * 5 >= words
}
