//! # What it checks
//!
//! No more than four emoji follow each other.
//!
//! # Why it matters
//!
//! A screen reader reads each by its name: "party popper, party popper, party popper, party popper, party popper".
//!
//! # Example
//!
//! ```markdown
//! We did it 🎉🎉🎉🎉🎉
//! ```
//!
//! # Instead
//!
//! ```markdown
//! We did it 🎉
//! ```

use crate::check::{Check, DraftScope, Family, Finding, Limit, Rule};
use crate::foundation::{ByteSet, Severity, Span};

use unicode_segmentation::UnicodeSegmentation;

const EMOJI: Limit = Limit {
    rule: "emoji-row",
    key: "emoji",
    usual: 4,
    says: "the most emoji that follow each other",
};

pub(in crate::check) const RULE: Rule = Rule {
    name: "emoji-row",
    severity: Severity::Info,
    family: Family::Accessibility,
    source: include_str!("emoji_row.rs"),
    limits: &[EMOJI],
    check: Check::Draft(check),
};

/// What emoji begin with in UTF-8.
const FIRST: ByteSet = ByteSet::holding(&[0xE2, 0xEF, 0xF0]);

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let most = scope.limit(EMOJI);
    let mut findings = Vec::new();
    for block in &scope.prose().blocks {
        // Nearly every block has none.
        if !block.bytes.meets(&FIRST) || !block.text.chars().any(may_be_emoji) {
            continue;
        }
        for (count, span) in rows(&block.text) {
            if count > most {
                let message = format!("{count} emoji in a row, and a screen reader reads the name of each");
                let finding = scope.finding(block.place(span), message);
                findings.push(finding.hinted("keep one"));
            }
        }
    }
    findings
}

/// The rows of emoji, spaces between them or not: how many, and where.
fn rows(text: &str) -> Vec<(usize, Span)> {
    let mut rows: Vec<(usize, Span)> = Vec::new();
    let mut open = false;
    for (at, sign) in text.grapheme_indices(true) {
        if is_emoji(sign) {
            let end = at + sign.len();
            match rows.last_mut() {
                Some((count, span)) if open => {
                    *count += 1;
                    span.end = end;
                }
                _ => rows.push((1, Span::new(at, end))),
            }
            open = true;
        } else if sign != " " {
            open = false;
        }
    }
    rows
}

/// Whether a sign as people count them is a picture.
fn is_emoji(sign: &str) -> bool {
    sign.contains('\u{FE0F}') || sign.chars().next().is_some_and(may_be_emoji)
}

/// Whether a character is a picture whatever follows it.
fn may_be_emoji(c: char) -> bool {
    matches!(c, '\u{1F300}'..='\u{1FAFF}' | '\u{1F1E6}'..='\u{1F1FF}' | '\u{2B50}' | '\u{FE0F}')
}
