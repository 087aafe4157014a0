//! # What it checks
//!
//! Words that digest.yaml lists under `check.terms` are written as the house writes them. A word of small letters there counts however it is
//! capitalised; one with a capital counts as it stands. Parts of longer words and of addresses, and code, do not count.
//!
//! # Why it matters
//!
//! *Kiev* in one item and *Kyiv* in the next look like two editors who do not speak to each other. Of some words the spelling is a statement.
//!
//! # Example
//!
//! ```yaml
//! check:
//!   terms:
//!     email: [e-mail]
//! ```
//!
//! ```markdown
//! E-mail us your questions.
//! ```
//!
//! # Instead
//!
//! ```markdown
//! Email us your questions.
//! ```

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Fix, Severity, Span};
use crate::issue::{BlockKind, ProseBlock};
use crate::publication::Term;

pub(in crate::check) const RULE: Rule = Rule {
    name: "inconsistent-term",
    severity: Severity::Warning,
    family: Family::Text,
    source: include_str!("inconsistent_term.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let terms = &scope.config.check.terms;
    if terms.is_empty() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for block in &scope.prose().blocks {
        let lower = in_small_letters(&block.text);
        for term in terms {
            let kept = places(&block.text, &lower, &term.wanted);
            for unwanted in &term.unwanted {
                let found = places(&block.text, &lower, unwanted).into_iter();
                let found = found.filter(|span| {
                    span.of(&block.text) != term.wanted
                        && !kept
                            .iter()
                            .any(|kept| kept.len() > span.len() && kept.contains(*span))
                });
                findings.extend(found.map(|span| wrong(scope, block, span, term)));
            }
        }
    }
    findings
}

fn wrong(scope: &DraftScope<'_>, block: &ProseBlock, span: Span, term: &Term) -> Finding {
    let written = span.of(&block.text);
    let right = in_case_of(written, &term.wanted);
    let message = format!("`{written}` is written `{right}` here");
    let finding = scope.finding(block.place(span), message);
    let finding = finding.hinted(format!(
        "write `{right}`; the house's words stand in digest.yaml, `check.terms`"
    ));
    let is_front = matches!(block.kind, BlockKind::Subject | BlockKind::Preheader);
    let is_plain = |c: char| c.is_alphanumeric() || c == ' ' || c == '-';
    if !block.is_literal(span, scope.text())
        || (is_front && !right.chars().all(is_plain))
        || is_unwanted(scope, &right)
    {
        return finding;
    }
    let says = format!("write `{right}`");
    finding.mended_by(Fix::replacing(block.place(span), right, says))
}

/// Whether another entry says of the right word that it is wrong.
fn is_unwanted(scope: &DraftScope<'_>, right: &str) -> bool {
    let mut unwanted = scope.config.check.terms.iter().flat_map(|term| &term.unwanted);
    let small = in_small_letters(right);
    unwanted.any(|unwanted| !places(right, &small, unwanted).is_empty())
}

/// Where a term stands as a word of its own. `lower` is the text in small letters.
fn places(text: &str, lower: &str, term: &str) -> Vec<Span> {
    let any_case = !term.chars().any(char::is_uppercase);
    let text_to_search = if any_case { lower } else { text };
    let found = text_to_search.match_indices(term);
    let spans = found.map(|(start, found)| Span::new(start, start + found.len()));
    spans
        .filter(|span| !span.is_empty() && is_apart(text, *span))
        .collect()
}

/// The text in small letters, each byte in its place.
fn in_small_letters(text: &str) -> String {
    let small = text.chars().map(|c| {
        let mut small = c.to_lowercase();
        match (small.next(), small.next()) {
            (Some(small), None) if small.len_utf8() == c.len_utf8() => small,
            _ => c,
        }
    });
    small.collect()
}

/// Whether a word is part of no longer one. `mail` in `e-mail` is; `Kiev` in `Kiev-born` is not.
fn is_apart(text: &str, span: Span) -> bool {
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let hyphened = before
        .strip_suffix('-')
        .is_some_and(|rest| rest.ends_with(is_word));
    let addressed = before.ends_with(['@', '#', '.', '/']) || after.starts_with(['@', '/']);
    let domain = after
        .strip_prefix('.')
        .is_some_and(|rest| rest.starts_with(is_word));
    !before.ends_with(is_word) && !after.starts_with(is_word) && !hyphened && !addressed && !domain
}

/// The right word with the capitals of the wrong one, where it has none of its own.
fn in_case_of(written: &str, wanted: &str) -> String {
    let has_capital = wanted.chars().any(char::is_uppercase);
    let mut letters = written.chars().filter(|c| c.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    if has_capital || !first {
        return wanted.to_owned();
    }
    let mut letters = letters.peekable();
    if letters.peek().is_some() && letters.all(char::is_uppercase) {
        return wanted.to_uppercase();
    }
    let mut wanted = wanted.chars();
    let head = wanted.next().into_iter().flat_map(char::to_uppercase);
    head.chain(wanted).collect()
}
