//! # What it checks
//!
//! The HTML part and the text part say the same: of the different words of each, at least 60 per cent stand in the other too. Addresses and
//! numbers do not count, and neither does a part of fewer than 30 different words.
//!
//! # Why it matters
//!
//! A reader with a program that shows text alone, or with a screen reader set to it, gets another mail than everybody else. Filters compare the
//! parts, as mail that hides what it says behind a harmless text is fraud's (SpamAssassin's `MPART_ALT_DIFF`).
//!
//! # Example
//!
//! A template `issue.txt` of one's own that says "read this issue on the web" and no more.
//!
//! # Instead
//!
//! Put the lead and the sections into it, or take the file away: the built-in one is used then.

use std::collections::HashSet;
use std::hash::{BuildHasher as _, RandomState};

use crate::check::{Check, Family, Finding, Limit, MessageScope, Rule};
use crate::foundation::Severity;

const PERCENT: Limit = Limit {
    rule: "text-part-diverges",
    key: "percent",
    usual: 60,
    says: "the least part of each text's different words that stands in the other too, in per cent",
};
/// Fewer words say nothing of a text.
const FEW: usize = 30;

pub(in crate::check) const RULE: Rule = Rule {
    name: "text-part-diverges",
    severity: Severity::Warning,
    family: Family::Message,
    source: include_str!("text_part_diverges.rs"),
    limits: &[PERCENT],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    if !scope.has_own_templates() {
        return Vec::new();
    }
    let hasher = RandomState::new();
    let html = words(&scope.page().text, &hasher);
    let text = words(&scope.copy.text, &hasher);
    let shared = html.intersection(&text).count();
    let least = scope.written.limit(PERCENT);
    let pairs = [
        (&html, "HTML", "text", "issue.txt"),
        (&text, "text", "HTML", "issue.html"),
    ];
    let differ = pairs
        .into_iter()
        .find(|(words, ..)| words.len() >= FEW && shared * 100 < words.len() * least);
    let finding = differ.map(|(words, one, other, template)| {
        let percent = shared * 100 / words.len();
        let message = format!("of the words of the {one} part, only {percent} % stand in the {other} part");
        let hint = format!(
            "let the templates say the same; without a `{template}` of your own the built-in one is used"
        );
        Finding::new(scope.template(template), message).hinted(hint)
    });
    finding.into_iter().collect()
}

/// The different words of a text, as numbers. Of scripts that write no spaces each sign is one, since lines break anywhere there.
fn words(text: &str, hasher: &RandomState) -> HashSet<u64> {
    let mut words = HashSet::new();
    let chunks = text.split_whitespace().filter(|chunk| !chunk.contains("://"));
    let pieces = chunks.flat_map(|chunk| chunk.split(|c: char| !c.is_alphanumeric()));
    // The numbers of the text part's links are its own.
    for word in pieces.filter(|word| word.contains(char::is_alphabetic)) {
        if word.chars().any(is_unparted) {
            words.extend(word.chars().map(|c| hasher.hash_one(c)));
        } else {
            words.insert(hasher.hash_one(word.to_lowercase()));
        }
    }
    words
}

/// Han, kana and the other scripts of East Asia.
fn is_unparted(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}
