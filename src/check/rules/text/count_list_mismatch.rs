//! # What it checks
//!
//! In English text: a count before a colon is that of the names behind it, as in "three cities: Almaty, Astana, and Osh". Only plain lists of
//! names or of single words are counted.
//!
//! # Why it matters
//!
//! One is missing or one too many, and readers count.
//!
//! # Example
//!
//! ```markdown
//! The law applies in three cities: Almaty, Astana, Shymkent, and Karaganda.
//! ```
//!
//! # Instead
//!
//! Write the right number, or say what is missing.

use crate::check::{Check, DraftScope, Family, Finding, Rule, language_of};
use crate::foundation::{Severity, Span};

/// The counts that are known, from two.
const COUNTS: [&str; 11] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];
/// Words before a count that make it none: *one of five*, *at least five*.
const VAGUE: [&str; 12] = [
    "of", "least", "than", "over", "about", "nearly", "around", "some", "almost", "most", "to", "or",
];
/// How many words may stand between the count and the colon.
const APART: usize = 3;
/// How many words a name has at most.
const LONGEST: usize = 4;
/// Small words in names.
const PARTICLES: [&str; 10] = ["of", "the", "de", "al", "la", "del", "van", "von", "da", "der"];
/// Names that hold an `and`.
const JOINED: [&str; 10] = [
    "Herzegovina",
    "Tobago",
    "Barbuda",
    "Nevis",
    "Príncipe",
    "Principe",
    "Grenadines",
    "Wales",
    "Gamble",
    "Sons",
];

pub(in crate::check) const RULE: Rule = Rule {
    name: "count-list-mismatch",
    severity: Severity::Warning,
    family: Family::Text,
    source: include_str!("count_list_mismatch.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    if language_of(scope.draft, scope.config) != "en" {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for block in &scope.prose().blocks {
        let text = block.text.as_str();
        if !block.bytes.has(b':') {
            continue;
        }
        for (colon, _) in text.match_indices(": ") {
            let Some((start, count)) = count_before(text, colon) else {
                continue;
            };
            let list = enumeration(&text[colon + 2..]);
            let Some(listed) = list.and_then(|list| length_of_list(list, count)) else {
                continue;
            };
            if listed != count && listed != 2 * count {
                let message = format!("{count} are announced, and {listed} are listed");
                let finding = scope.finding(block.place(Span::new(start, colon)), message);
                findings.push(finding.hinted("write the right number, or what is missing"));
            }
        }
    }
    findings
}

/// The count before a colon, and where it begins: `three cities:`.
fn count_before(text: &str, colon: usize) -> Option<(usize, usize)> {
    let mut end = colon;
    for distance in 0..=APART {
        let before = text[..end].trim_end_matches([' ', '\u{A0}']);
        let word = before.rsplit(|c: char| !c.is_alphanumeric()).next()?;
        let start = before.len() - word.len();
        let number = COUNTS.iter().position(|count| count.eq_ignore_ascii_case(word));
        let number = number.map(|at| at + 2).or_else(|| word.parse().ok());
        if let Some(number) = number {
            let last = text[..start].trim_end().rsplit(' ').next().unwrap_or_default();
            let is_sure = distance > 0 && (2..=20).contains(&number) && !VAGUE.contains(&last);
            let is_apart = text[..start].is_empty() || text[..start].ends_with([' ', '\u{A0}']);
            return (is_sure && is_apart).then_some((start, number));
        }
        // The noun is a plural, and nothing else stands between.
        if word.is_empty() || (distance == 0 && !word.ends_with('s')) {
            return None;
        }
        end = start;
        if !text[..end].ends_with([' ', '\u{A0}']) {
            return None;
        }
    }
    None
}

/// The list that a text begins with, up to its sentence's end; `None` where that is not sure.
fn enumeration(text: &str) -> Option<&str> {
    let end = text
        .find(['.', ';', '!', '?', '\n', ':', '('])
        .unwrap_or(text.len());
    let is_end = text[end..].is_empty() || text[end..].trim_end() == "." || text[end..].starts_with(". ");
    let last = text[..end].rsplit(' ').next().unwrap_or_default();
    // `St.` and `J.` end no sentence.
    (is_end && last.chars().count() > 2).then_some(&text[..end])
}

/// How many names a plain list has; `None` where it is none, or may be meant to have `count`.
fn length_of_list(list: &str, count: usize) -> Option<usize> {
    let (init, last) = list.rsplit_once(" and ").or_else(|| list.rsplit_once(" or "))?;
    if init.contains(" and ") || init.contains(" or ") {
        return None;
    }
    let is_oxford = init.ends_with(',');
    let items = init.trim_end_matches(',').split(", ").chain([last]);
    let items: Vec<&str> = items.map(str::trim).collect();
    let all_names = items.iter().all(|item| is_name(item));
    let all_words = items
        .iter()
        .all(|item| item.len() > 2 && item.chars().all(char::is_alphabetic));
    let may_be_one_less = !is_oxford && (!all_names || JOINED.iter().any(|name| last.starts_with(name)));
    let is_plain = items.len() > 2 && (all_names || all_words);
    (is_plain && !(may_be_one_less && items.len() == count + 1)).then_some(items.len())
}

fn is_name(item: &str) -> bool {
    let words: Vec<&str> = item.split(' ').collect();
    let is_part = |word: &&str| word.starts_with(char::is_uppercase) || PARTICLES.contains(word);
    let is_word = |word: &&str| {
        word.chars()
            .all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''))
    };
    (1..=LONGEST).contains(&words.len())
        && words[0].starts_with(char::is_uppercase)
        && words.iter().all(is_part)
        && words.iter().all(is_word)
}
