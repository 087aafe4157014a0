//! # What it checks
//!
//! In English text: an acronym of three to six capitals is spelled out somewhere in the issue, as in "the Eurasian Economic Union (EAEU)".
//! Acronyms that everybody knows (`NATO`, `GDP`, `CEO`) need not be; nor those of headings, of names with digits, and of lines in capitals. Each
//! is told of once.
//!
//! # Why it matters
//!
//! Editors know their field's acronyms, new readers do not, and skip what they do not understand.
//!
//! # Example
//!
//! ```markdown
//! The KMG board meets on Friday.
//! ```
//!
//! # Instead
//!
//! ```markdown
//! The board of KazMunayGas (KMG) meets on Friday.
//! ```
//!
//! Where your readers know it, list it in digest.yaml as a word of the house, under `check.terms` with nothing unwanted: `KMG: []`.

use std::collections::BTreeSet;

use crate::check::{
    Check, DraftScope, Family, Finding, Rule, acronyms_in, is_known, is_spelled_out, language_of,
};
use crate::foundation::{Severity, Span};
use crate::issue::BlockKind;

use super::leftover_placeholder::CAPITALS;

pub(in crate::check) const RULE: Rule = Rule {
    name: "acronym-unexplained",
    severity: Severity::Info,
    family: Family::Text,
    source: include_str!("acronym_unexplained.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    if language_of(scope.draft, scope.config) != "en" {
        return Vec::new();
    }
    let blocks = &scope.prose().blocks;
    let mut told = BTreeSet::new();
    let mut findings = Vec::new();
    let paragraphs = blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    for block in paragraphs {
        for span in acronyms_in(&block.text) {
            let acronym = span.of(&block.text);
            if is_known(acronym)
                || is_placeholder(acronym)
                || is_merge_tag(&block.text, span)
                || is_of_the_house(scope, acronym)
                || !told.insert(acronym)
            {
                continue;
            }
            if blocks.iter().any(|block| is_spelled_out(acronym, &block.text)) {
                continue;
            }
            let message = format!("`{acronym}` is not spelled out in this issue");
            let finding = scope.finding(block.place(span), message);
            findings
                .push(finding.hinted("say once what it stands for, as in `Eurasian Economic Union (EAEU)`"));
        }
    }
    findings
}

/// Whether `leftover-placeholder` speaks of the word, or would of its singular.
fn is_placeholder(word: &str) -> bool {
    CAPITALS.contains(&word.strip_suffix('S').unwrap_or(word)) || CAPITALS.contains(&word)
}

/// Whether a word is the inside of another program's tag, `*|FNAME|*` or `%EMAIL%`, of which another rule speaks.
fn is_merge_tag(text: &str, word: Span) -> bool {
    const MARKS: [char; 4] = ['|', '%', '*', ':'];
    text[..word.start].ends_with(MARKS) && text[word.end..].starts_with(MARKS)
}

/// Whether digest.yaml knows the acronym: as a word of the house, in its title or its sender's name.
fn is_of_the_house(scope: &DraftScope<'_>, acronym: &str) -> bool {
    let config = scope.config;
    let mut terms = config.check.terms.iter();
    config.title.contains(acronym)
        || config.from.name.contains(acronym)
        || terms.any(|term| term.wanted.contains(acronym))
}
