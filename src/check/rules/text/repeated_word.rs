//! # What it checks
//!
//! No word stands twice in a row, not even where a line ends between the two. Names (`Duran Duran`), emphasis (`very, very`) and what grammar
//! repeats (`had had`, `that that`) do not count. Known languages: English, German, French, Spanish, Italian, Portuguese, Dutch, Russian and
//! Ukrainian; many others double words to mean something.
//!
//! # Why it matters
//!
//! A word that was typed twice is the mistake that spell checkers miss and writers do not see, least of all where a line ends. Readers do.
//!
//! # Example
//!
//! ```markdown
//! Ships wait for the
//! the next free berth.
//! ```
//!
//! # Instead
//!
//! Write it once. `digest check --fix` does.

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Fix, Severity, Span};
use crate::issue::ProseBlock;

/// The languages, and which of their words may well stand twice.
const LANGUAGES: [(&str, &str); 9] = [
    (
        "en",
        "had that her very really so many much long far big no yes ha bye now there well please never more too way la na blah yadda hey wow \
         oh go knock hip hear chop tut night less holy",
    ),
    (
        "de",
        "die der das den dem sie ihr ihnen was wer sehr ganz viel weit immer nein ja nie so",
    ),
    ("fr", "nous vous en très si oui non bien tout loin"),
    ("es", "muy no sí poco casi tan"),
    (
        "it",
        "molto piano via così quasi sì no poco man mano pian ora ben tutto",
    ),
    ("pt", "muito não sim logo quase pouco se"),
    ("nl", "heel die dat zij haar hun je we ze u er zeer nee ja"),
    (
        "ru",
        "что очень да так то все всё их его её еле чуть вот нет они она он",
    ),
    (
        "uk",
        "що дуже так то все всі їх його її ледь ось ні вони вона він",
    ),
];
/// English words of which two can be right: "it goes on on Sunday".
const DOUBTFUL: [&str; 9] = ["in", "on", "it", "is", "you", "do", "up", "out", "what"];

pub(in crate::check) const RULE: Rule = Rule {
    name: "repeated-word",
    severity: Severity::Warning,
    family: Family::Text,
    source: include_str!("repeated_word.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let mut languages = LANGUAGES.iter();
    let Some((language, doubled)) = languages.find(|(language, _)| scope.is_in(language)) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for block in &scope.prose().blocks {
        for (first, second) in repeated(&block.text) {
            let word = second.of(&block.text);
            let lower = word.to_lowercase();
            if doubled.split(' ').any(|known| known == lower) {
                continue;
            }
            let message = format!("`{word}` stands twice in a row");
            let finding = scope.finding(block.place(second), message);
            let finding = finding.hinted("take one of them out");
            findings.push(if *language == "en" && DOUBTFUL.contains(&lower.as_str()) {
                finding.at(Severity::Info)
            } else {
                finding.mended_if(fix(scope, block, first, second))
            });
        }
    }
    findings
}

/// Takes out the second word and the space before it.
fn fix(scope: &DraftScope<'_>, block: &ProseBlock, first: Span, second: Span) -> Option<Fix> {
    let (first, second) = (scope.literal(block, first)?, scope.literal(block, second)?);
    let gap = Span::new(first.end, second.start);
    let only_space = !gap.is_empty() && gap.of(scope.text()).trim().is_empty();
    only_space.then(|| Fix::removing(Span::new(first.end, second.end), "write the word once"))
}

/// Each pair of words that are the same, with nothing but space between them.
fn repeated(text: &str) -> Vec<(Span, Span)> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    // The token before, if nothing parts it from this one.
    let mut last: Option<Span> = None;
    let mut at = 0;
    while at <= bytes.len() {
        let length = bytes[at..]
            .iter()
            .position(|byte| *byte <= b' ' && is_space(*byte));
        let end = length.map_or(bytes.len(), |length| at + length);
        // Most words begin otherwise than the one before.
        let likely = last.filter(|before| may_begin_alike(bytes.get(before.start), bytes.get(at)));
        let token = Span::new(at, end);
        if let Some(before) = likely
            && let Some(first) = trailing_word(before.of(text))
            && let Some(second) = leading_word(token.of(text))
        {
            let (first, second) = (
                Span::new(before.end - first, before.end),
                Span::new(at, at + second),
            );
            if is_same(first.of(text), second.of(text)) {
                found.push((first, second));
            }
        }
        // An empty token is a further space.
        if bytes.get(end) == Some(&b'\n') {
            last = None;
        } else if !token.is_empty() {
            last = Some(token);
        }
        at = end + 1;
    }
    // What stands there three times was meant to.
    let meets = |one: Option<&(Span, Span)>, two: Option<&(Span, Span)>| match (one, two) {
        (Some((_, end)), Some((begin, _))) => end == begin,
        _ => false,
    };
    let alone = |at: &usize| {
        let before = at.checked_sub(1).and_then(|before| found.get(before));
        !meets(before, found.get(*at)) && !meets(found.get(*at), found.get(at + 1))
    };
    (0..found.len()).filter(alone).map(|at| found[at]).collect()
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n')
}

/// Whether the word that a token ends with and the one that the next begins with can be one, by the tokens' first bytes: other letters than
/// ASCII may differ in case there, and before a word signs may stand.
fn may_begin_alike(before: Option<&u8>, token: Option<&u8>) -> bool {
    match (before, token) {
        (Some(one), Some(two)) if one.is_ascii_alphabetic() => one.eq_ignore_ascii_case(two),
        (Some(_), Some(two)) => two.is_ascii_alphabetic() || *two >= 0x80,
        _ => false,
    }
}

/// Whether two words are one, typed twice: a second capital makes a name of it, and letters stand in lists.
fn is_same(first: &str, second: &str) -> bool {
    let mut letters = (first.chars(), second.chars());
    let (Some(one), Some(two)) = (letters.0.next(), letters.1.next()) else {
        return false;
    };
    if letters.0.as_str() != letters.1.as_str() || !two.is_lowercase() {
        return false;
    }
    if letters.1.as_str().is_empty() {
        return first == second && second == "a";
    }
    one == two || one.to_lowercase().eq(std::iter::once(two))
}

/// How long the word is that a token begins with, where it is no part of something longer.
fn leading_word(token: &str) -> Option<usize> {
    let end = token.find(|c: char| !is_letter(c)).unwrap_or(token.len());
    let length = token[..end].trim_end_matches(['\'', '’']).len();
    let rest = &token[length..];
    let ends = rest.trim_start_matches([
        '.', ',', ';', ':', '!', '?', ')', ']', '"', '”', '’', '\'', '»', '…',
    ]);
    (length > 0 && ends.is_empty()).then_some(length)
}

/// How long the word is that a token ends with, where it is no part of something longer.
fn trailing_word(token: &str) -> Option<usize> {
    let word = token.trim_start_matches(['(', '[', '"', '“', '„', '«', '‘', '\'', '¿', '¡', '—', '–']);
    (!word.is_empty() && word.chars().all(is_letter)).then_some(word.len())
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || c == '\'' || c == '’'
}
