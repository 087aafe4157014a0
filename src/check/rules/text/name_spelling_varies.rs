//! # What it checks
//!
//! In English text: a person's first name stands with one spelling of the last name throughout an issue, and the other way round. Told of is what
//! differs in one letter, beside the same other name: *Assel Tokayeva* and *Assel Tokaeva*.
//!
//! # Why it matters
//!
//! People read for their own names first, and misspelt names are what they write letters about. Names from other scripts have several spellings,
//! of which an issue should have one.
//!
//! # Example
//!
//! ```markdown
//! - Assel Tokayeva opened the fair.
//! - The fair was closed by Assel Tokaeva.
//! ```
//!
//! # Instead
//!
//! Look up how the person writes the name, and write it so everywhere.

use crate::check::{Check, DraftScope, Family, Finding, Rule, language_of};
use crate::foundation::{Severity, Span};
use crate::issue::ProseBlock;

/// Shorter names differ in a letter because they are different names.
const SHORTEST: usize = 5;
/// Beside a word that stands with more names than this, no two of them are taken for one.
const MOST: usize = 20;

pub(in crate::check) const RULE: Rule = Rule {
    name: "name-spelling-varies",
    severity: Severity::Info,
    family: Family::Text,
    source: include_str!("name_spelling_varies.rs"),
    limits: &[],
    check: Check::Draft(check),
};

/// A name of two words where it stands first.
#[derive(Clone, Copy)]
struct Name<'a> {
    words: [&'a str; 2],
    block: &'a ProseBlock,
    span: Span,
}

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    if language_of(scope.draft, scope.config) != "en" {
        return Vec::new();
    }
    let blocks = &scope.prose().blocks;
    let names: Vec<Name<'_>> = blocks.iter().flat_map(names_in).collect();
    let mut findings = Vec::new();
    for (same, other) in [(0, 1), (1, 0)] {
        let mut order: Vec<&Name<'_>> = names.iter().collect();
        order.sort_by_key(|name| name.words[same]);
        for beside in order.chunk_by(|one, two| one.words[same] == two.words[same]) {
            let names = each_once(beside);
            if !(2..=MOST).contains(&names.len()) {
                continue;
            }
            let word = names[0].words[same];
            for (at, second) in names.iter().enumerate() {
                let first = names[..at]
                    .iter()
                    .find(|first| varies(first.words[other], second.words[other]));
                let Some(first) = first.filter(|_| !is_plain_word(blocks, word)) else {
                    continue;
                };
                let [given, last] = first.words;
                let message = format!("`{}` is `{given} {last}` further up", second.words.join(" "));
                let finding = scope.finding(second.block.place(second.span), message);
                findings.push(finding.hinted("look up the spelling, and write it in one way"));
            }
        }
    }
    findings
}

/// The names, each where it stands first.
fn each_once<'a>(names: &[&Name<'a>]) -> Vec<Name<'a>> {
    let mut once: Vec<Name<'a>> = Vec::new();
    for name in names {
        if !once.iter().any(|known| known.words == name.words) {
            once.push(**name);
        }
    }
    once
}

/// The pairs of capitalised words that stand side by side.
fn names_in(block: &ProseBlock) -> Vec<Name<'_>> {
    let text = block.text.as_str();
    let mut names = Vec::new();
    let bytes = text.as_bytes();
    let mut before: Option<Span> = None;
    let mut at = 0;
    // Words with small letters at their beginning, which most are, are not looked at.
    while let Some(offset) = bytes[at..].iter().position(|byte| may_begin(*byte)) {
        let start = at + offset;
        at = start + 1;
        if start > 0 && bytes[start - 1] != b' ' {
            continue;
        }
        let word = text[start..].split(' ').next().unwrap_or_default();
        let letters = word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
        let span = Span::new(start, start + letters);
        let is_name = is_name(span.of(text)) && !word[letters..].starts_with(['-', '_', '.', '/', '@']);
        if let Some(before) = before.filter(|before| is_name && before.end + 1 == start) {
            names.push(Name {
                words: [before.of(text), span.of(text)],
                block,
                span: Span::new(before.start, span.end),
            });
        }
        before = (is_name && letters == word.len()).then_some(span);
    }
    names
}

/// Whether a byte may be the first of a capital.
fn may_begin(byte: u8) -> bool {
    byte.is_ascii_uppercase() || !byte.is_ascii()
}

/// Whether a word has a capital and then small letters.
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    word.len() > 2 && letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
}

/// Whether two names are one with a letter more, less or other, and no forms of one word: *Africa* and *African*, *Academia* and *Academic*.
fn varies(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let (short, long): (Vec<char>, Vec<char>) = (short.chars().collect(), long.chars().collect());
    if short.len() < SHORTEST || long.len() - short.len().min(long.len()) > 1 || short == long {
        return false;
    }
    let head = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let tail = short
        .iter()
        .rev()
        .zip(long.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let is_one_letter = head + tail + 1 >= long.len();
    let is_form = tail == 0 || (short.ends_with(&['s']) && tail == 1);
    head > 0 && is_one_letter && !is_form
}

/// Whether a word stands in small letters somewhere: then it is no name.
fn is_plain_word(blocks: &[ProseBlock], word: &str) -> bool {
    let small = word.to_lowercase();
    let is_end = |c: char| !c.is_alphanumeric();
    blocks
        .iter()
        .any(|block| block.text.split(is_end).any(|word| word == small))
}
