//! # What it checks
//!
//! In English text: what rises does so from a lower number to a higher one, and what falls the other way: "rose from 5 to 3 per cent" does not.
//!
//! # Why it matters
//!
//! Either the verb is wrong or the numbers were swapped, and the sentence says the opposite of what happened.
//!
//! # Example
//!
//! ```markdown
//! Unemployment fell from 4.8 per cent to 5.2 per cent.
//! ```
//!
//! # Instead
//!
//! Look it up, and write `rose`, or the numbers the other way round.

use crate::check::{Amount, Check, DraftScope, Family, Finding, Rule, language_of};
use crate::foundation::{Severity, Span};

const RISING: [&str; 14] = [
    "rose",
    "risen",
    "increased",
    "grew",
    "grown",
    "climbed",
    "jumped",
    "soared",
    "surged",
    "doubled",
    "tripled",
    "raised",
    "rises",
    "increases",
];
const FALLING: [&str; 13] = [
    "fell",
    "fallen",
    "dropped",
    "declined",
    "decreased",
    "shrank",
    "shrunk",
    "plunged",
    "slumped",
    "plummeted",
    "halved",
    "falls",
    "decreases",
];
/// Words near which a lower number is the better one, or the numbers are no amounts.
const OTHERWISE: [&str; 12] = [
    "rank", "place", "position", "spot", "chart", "seed", "version", "league", "table", "number", "handicap",
    "rating",
];
/// How many words may stand between the verb and `from`.
const APART: usize = 3;

pub(in crate::check) const RULE: Rule = Rule {
    name: "numbers-disagree",
    severity: Severity::Warning,
    family: Family::Text,
    source: include_str!("numbers_disagree.rs"),
    limits: &[],
    check: Check::Draft(check),
};

/// A way that something went.
struct Change {
    /// From the verb to the second number.
    span: Span,
    rises: bool,
    from: Amount,
    to: Amount,
}

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    if language_of(scope.draft, scope.config) != "en" {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for block in &scope.prose().blocks {
        let text = block.text.as_str();
        let starts = memchr::memmem::find_iter(text.as_bytes(), " from ");
        let wrong = starts
            .filter_map(|start| change_at(text, start))
            .filter(Change::is_wrong);
        findings.extend(wrong.map(|change| {
            let said = change.span.of(text);
            let (way, other) = if change.rises {
                ("rises", "falls")
            } else {
                ("falls", "rises")
            };
            let message = format!("something {way} here, and the numbers say that it {other}: `{said}`");
            scope
                .finding(block.place(change.span), message)
                .hinted("look it up: correct the verb, or swap the numbers")
        }));
    }
    findings
}

/// The change that ` from `, which begins at `start`, belongs to.
fn change_at(text: &str, start: usize) -> Option<Change> {
    let (verb, rises) = verb_before(text, start)?;
    let first = start + " from ".len();
    let from = Amount::at(&text[first..])?;
    let mut second = first + from.length;
    let unit = &text[second..];
    // `from 5 per cent in 2018 to 3`: some small words and a year may stand between.
    let (between, _) = unit.split_once(" to ")?;
    let is_small = |word: &str| {
        word.chars().all(char::is_lowercase) || (word.len() == 4 && word.chars().all(|c| c.is_ascii_digit()))
    };
    if between.split_whitespace().count() > APART || !between.split_whitespace().all(is_small) {
        return None;
    }
    second += between.len() + " to ".len();
    let to = Amount::at(&text[second..])?;
    let end = second + to.length;
    let after = text[end..].trim_start();
    let is_date =
        after.starts_with(char::is_uppercase) || after.starts_with("a.m") || after.starts_with("p.m");
    let near = &text[text.floor_char_boundary(verb.saturating_sub(80))..text.ceil_char_boundary(end + 60)];
    let near = near.to_lowercase();
    let otherwise = OTHERWISE.iter().any(|word| near.contains(word));
    (!is_date && !otherwise).then_some(Change {
        span: Span::new(verb, end),
        rises,
        from,
        to,
    })
}

/// Where the verb stands to which ` from ` at `start` belongs, and which way it says that things go.
fn verb_before(text: &str, start: usize) -> Option<(usize, bool)> {
    let mut end = start;
    for _ in 0..=APART {
        let before = text[..end].trim_end_matches(' ');
        let word = before.rsplit(|c: char| !c.is_alphabetic()).next()?;
        let at = before.len() - word.len();
        if RISING.contains(&word) || FALLING.contains(&word) {
            return Some((at, RISING.contains(&word)));
        }
        if word.is_empty() {
            return None;
        }
        end = at;
    }
    None
}

impl Change {
    /// Whether the numbers go the other way, however what is left unsaid of the first is meant.
    fn is_wrong(&self) -> bool {
        let (from, to) = (self.from, self.to);
        if from.may_be_year && to.may_be_year || !from.is_bare() && from.is_percent != to.is_percent {
            return false;
        }
        // `fell from 3 to 5 per cent` may be said of several things.
        let is_range = from.is_bare() && !to.is_bare() && !self.rises;
        let goes_wrong = |from: f64| {
            if self.rises {
                from > to.value()
            } else {
                from < to.value()
            }
        };
        !is_range && goes_wrong(from.value()) && (!from.is_bare() || goes_wrong(from.number * to.scale))
    }
}
