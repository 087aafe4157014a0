//! # What it checks
//!
//! No heading ends with a full stop, a comma, a colon or a semicolon. Abbreviations (`U.S.`) and ellipses may end one.
//!
//! # Why it matters
//!
//! A heading is no sentence: its size and place end it. A full stop holds readers up before the text, and some screen readers pause twice.
//!
//! # Example
//!
//! ```markdown
//! ## Politics and Security:
//! ```
//!
//! # Instead
//!
//! ```markdown
//! ## Politics and Security
//! ```

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, Span};

pub(in crate::check) const RULE: Rule = Rule {
    name: "heading-punctuation",
    severity: Severity::Info,
    family: Family::Text,
    source: include_str!("heading_punctuation.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let headings = scope.prose().blocks.iter().filter(|block| block.is_heading());
    let findings = headings.filter_map(|block| {
        let text = block.text.trim_end();
        let sign = text.chars().next_back().filter(|c| ".,:;。，：；".contains(*c))?;
        if sign == '.' && is_abbreviation(text) || sign == ':' && is_shortcode(text) {
            return None;
        }
        let place = block.place(Span::new(text.len() - sign.len_utf8(), text.len()));
        let message = format!("this heading ends with `{sign}`");
        Some(scope.finding(place, message).hinted("take the sign out"))
    });
    findings.collect()
}

/// Whether a full stop belongs to the word before it: `U.S.`, `etc.`, `Inc.`, `No.`, or to an ellipsis.
fn is_abbreviation(text: &str) -> bool {
    let word = text.split_whitespace().next_back().unwrap_or_default();
    let word = word.trim_end_matches('.');
    text.ends_with("..") || word.contains('.') || word.chars().count() < 4
}

/// `:package:` stands for an emoji in some places.
fn is_shortcode(text: &str) -> bool {
    let word = text.split_whitespace().next_back().unwrap_or_default();
    word.len() > 1 && word.starts_with(':')
}
