//! # What it checks
//!
//! No word that holds the place of text to come is left in the draft: `TODO`, `FIXME`, `TK`, `XXX`, `lorem ipsum`, `[insert …]`. Code, comments and
//! parts of longer words do not count; `TK` and its like count in capitals alone.
//!
//! # Why it matters
//!
//! Mail cannot be called back. A `TK` that went to four thousand people is there for good.
//!
//! # Example
//!
//! ```markdown
//! - Exports rose by TK per cent in January, the ministry said.
//! ```
//!
//! # Instead
//!
//! Write what is missing. Notes to oneself go into `<!-- … -->`, which is sent to nobody. `XXX`, which is a number too, is only warned of, as are
//! `TODO` and `FIXME` at the end of a sentence; amid its words they are likely words (`the TODO list`), and only noted.

use crate::check::{Check, DraftScope, Family, Finding, Rule, Written};
use crate::foundation::{Severity, Span};

/// Words that count in capitals alone: `todo` is Spanish for everything.
pub(super) const CAPITALS: [&str; 5] = ["TODO", "FIXME", "TKTK", "TK", "XXX"];
/// Phrases that count in any case, and what ends them.
const PHRASES: [(&str, Option<char>); 2] = [("lorem ipsum", None), ("[insert ", Some(']'))];
/// The longest phrase or URL that is looked at, in bytes.
const LONGEST: usize = 1000;

pub(in crate::check) const RULE: Rule = Rule {
    name: "leftover-placeholder",
    severity: Severity::Error,
    family: Family::Text,
    source: include_str!("leftover_placeholder.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let parts = scope.parts();
    parts.iter().flat_map(|part| in_part(scope, part)).collect()
}

fn in_part(scope: &DraftScope<'_>, part: &Written<'_>) -> Vec<Finding> {
    let text = part.shown.as_str();
    let tags = part.tags();
    let mut found = words(text);
    found.extend(phrases(text));
    // Tags stand in order and apart: the only one that can hold a word is the last that begins before it.
    found.retain(|span| {
        let before = tags.partition_point(|tag| tag.span.start <= span.start);
        !tags[..before].last().is_some_and(|tag| tag.span.contains(*span))
    });
    let findings = found.into_iter().map(|span| {
        let word = span.of(text);
        let finding = scope.finding(part.place(span), format!("`{word}` was left in the text"));
        let finding = finding.hinted("write what belongs here, or take it out");
        finding.at(severity(word, &text[..span.start], &text[span.end..]))
    });
    findings.collect()
}

/// How sure it is that a word holds a place, by what stands around it.
fn severity(word: &str, before: &str, after: &str) -> Severity {
    let is_word = |c: char| c.is_alphanumeric() || c == ',';
    let line = before.trim_end_matches([' ', '\n']);
    let amid = before[line.len()..].matches('\n').count() < 2 && line.ends_with(is_word);
    match word {
        "XXX" => Severity::Warning,
        "TODO" | "FIXME" if amid && !after.starts_with(':') => {
            if after
                .trim_start_matches([' ', '\n'])
                .starts_with(char::is_alphanumeric)
            {
                Severity::Info
            } else {
                Severity::Warning
            }
        }
        _ => Severity::Error,
    }
}

fn words(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let holds = |word: &&str| memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some();
    if !CAPITALS.iter().any(holds) {
        return found;
    }
    let mut at = 0;
    while let Some(start) = text[at..]
        .find(|c: char| c.is_ascii_uppercase())
        .map(|offset| at + offset)
    {
        let end = text[start..]
            .find(|c: char| !is_word(c))
            .map_or(text.len(), |end| start + end);
        let alone = !text[..start].ends_with(is_word) && !in_url(text, start);
        if alone && CAPITALS.contains(&&text[start..end]) && !is_flight(text, start, end) {
            found.push(Span::new(start, end));
        }
        at = end;
    }
    found
}

fn phrases(text: &str) -> Vec<Span> {
    // Only ASCII letters change, so that every byte keeps its place.
    let lower = text.to_ascii_lowercase();
    let mut found = Vec::new();
    for (phrase, closing) in PHRASES {
        for start in memchr::memmem::find_iter(lower.as_bytes(), phrase) {
            let after = start + phrase.len();
            let near = &text[after..text.floor_char_boundary(after + LONGEST)];
            let near = near.lines().next().unwrap_or_default();
            let end = match closing {
                None => Some(after),
                Some(closing) => near.find(closing).map(|end| after + end + 1),
            };
            // `[insert coin](…)` is a link's text.
            let link = end.is_some_and(|end| closing.is_some() && text[end..].starts_with('('));
            found.extend(end.filter(|_| !link).map(|end| Span::new(start, end)));
        }
    }
    found
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether the word at `start` is part of a URL.
fn in_url(text: &str, start: usize) -> bool {
    let before = &text[text.ceil_char_boundary(start.saturating_sub(LONGEST))..start];
    let chunk = before.rsplit(char::is_whitespace).next();
    chunk.is_some_and(|chunk| chunk.contains("://"))
}

/// `TK 1952` is a flight of Turkish Airlines.
fn is_flight(text: &str, start: usize, end: usize) -> bool {
    let after = text[end..].trim_start_matches([' ', '\u{A0}']);
    &text[start..end] == "TK" && after.starts_with(|c: char| c.is_ascii_digit())
}
