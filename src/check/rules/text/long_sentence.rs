//! # What it checks
//!
//! No sentence has more than 45 words. Headings and tables do not count, and a slot, code or an address is no word.
//!
//! # Why it matters
//!
//! A newsletter is read on a phone, in a queue. Of sentences of some 43 words readers are found to understand less than a tenth, of sentences
//! of 14 more than nine tenths (American Press Institute, as cited in the GOV.UK content guide on sentence length, which asks for 25 at most).
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

use crate::check::{Check, DraftScope, Family, Finding, Limit, Rule, sentences};
use crate::foundation::Severity;
use crate::issue::BlockKind;

use unicode_segmentation::UnicodeSegmentation;

const WORDS: Limit = Limit {
    rule: "long-sentence",
    key: "words",
    usual: 45,
    says: "the most words of a sentence",
};

pub(in crate::check) const RULE: Rule = Rule {
    name: "long-sentence",
    severity: Severity::Info,
    family: Family::Text,
    source: include_str!("long_sentence.rs"),
    limits: &[WORDS],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let most = scope.limit(WORDS);
    let mut findings = Vec::new();
    let blocks = scope.prose().blocks.iter();
    for block in blocks.filter(|block| block.kind == BlockKind::Paragraph) {
        for sentence in sentences(&block.text) {
            let words = sentence.of(&block.text).unicode_words().count();
            if words > most {
                let message = format!("this sentence has {words} words; more than {most} are hard to follow");
                let finding = scope.finding(block.place(sentence), message);
                findings.push(finding.hinted("make two or three of it"));
            }
        }
    }
    findings
}
