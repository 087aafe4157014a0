//! # What it checks
//!
//! No three words in a row are all in capitals. Acronyms side by side (`NATO EU OSCE`), the subject and the title do not count.
//!
//! # Why it matters
//!
//! Capitals are read more slowly, for the words lose their shapes; some screen readers spell them out, and readers feel shouted at. SpamAssassin
//! counts bodies that are half in capitals and more (`UPPERCASE_50_75`, `UPPERCASE_75_100`).
//!
//! # Example
//!
//! ```markdown
//! PLEASE RENEW YOUR SUBSCRIPTION by Friday.
//! ```
//!
//! # Instead
//!
//! ```markdown
//! **Please renew your subscription** by Friday.
//! ```

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, Span};
use crate::issue::{BlockKind, PartOf};

/// So many words make a run.
const RUN: usize = 3;
/// From so many letters on a word is taken for none of the acronyms.
const LONG: usize = 5;

pub(in crate::check) const RULE: Rule = Rule {
    name: "all-caps",
    severity: Severity::Info,
    family: Family::Text,
    source: include_str!("all_caps.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for block in &scope.prose().blocks {
        if block.kind == BlockKind::Subject || block.part == PartOf::Title {
            continue;
        }
        if !has_capitals(&block.text) {
            continue;
        }
        for run in runs(&block.text) {
            let finding = scope.finding(block.place(run), "this is written in capitals");
            findings.push(finding.hinted("write it in small letters, in bold if it matters"));
        }
    }
    findings
}

/// Whether a text may hold two long words in capitals. Every word of five letters has one of them where five divides its place, so that only
/// each fifth byte is looked at. Of other letters than ASCII it is not asked.
fn has_capitals(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_capital = |byte: &u8| byte.is_ascii_uppercase() || *byte >= 0x80 || matches!(byte, b'\'' | b'-');
    let mut at = LONG - 1;
    let mut words = 0;
    while let Some(byte) = bytes.get(at) {
        if is_capital(byte) {
            let before = bytes[..at]
                .iter()
                .rev()
                .take_while(|byte| is_capital(byte))
                .count();
            let after = bytes[at..].iter().take_while(|byte| is_capital(byte)).count();
            words += usize::from(before + after >= LONG);
            at += after;
        }
        at += LONG;
    }
    words > 1
}

/// Runs of words in capitals, with nothing but a space between them, some of them true words.
fn runs(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut run = Run::default();
    let mut at = 0;
    for chunk in text.split_inclusive(char::is_whitespace) {
        let token = chunk.trim_end();
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        let start = at + token.find(word).unwrap_or_default();
        if is_capitals(word) {
            run.add(Span::new(start, start + word.len()), word);
        } else if token.chars().any(char::is_alphanumeric) {
            found.extend(run.take());
        }
        if token.ends_with([',', ';', ':', '.', ')', '|', '/', crate::issue::ABSENT]) {
            found.extend(run.take());
        }
        at += chunk.len();
    }
    found.extend(run.take());
    found
}

/// Whether a word has two letters or more, all of them capitals.
fn is_capitals(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    word.chars()
        .all(|c| c.is_uppercase() || matches!(c, '\'' | '’' | '-'))
        && letters.nth(1).is_some()
}

/// The run that is being read.
#[derive(Default)]
struct Run {
    span: Option<Span>,
    words: usize,
    long: usize,
}

impl Run {
    fn add(&mut self, word: Span, text: &str) {
        self.span = Some(Span::new(
            self.span.map_or(word.start, |span| span.start),
            word.end,
        ));
        self.words += 1;
        self.long += usize::from(text.chars().count() >= LONG);
    }

    /// Ends the run; gives its place where it is one.
    fn take(&mut self) -> Option<Span> {
        let run = std::mem::take(self);
        run.span.filter(|_| run.words >= RUN && run.long >= 2)
    }
}
