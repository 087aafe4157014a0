//! # What it checks
//!
//! No space stands before a comma, a full stop, a colon, a semicolon, a question mark, an exclamation mark or a closing bracket. In French the
//! signs of two parts have one.
//!
//! # Why it matters
//!
//! The sign can come to stand alone at the beginning of a line on a phone. Most such spaces were left behind when a word was taken out.
//!
//! # Example
//!
//! ```markdown
//! The ports of Aktau , Baku and Türkmenbaşy were widened .
//! ```
//!
//! # Instead
//!
//! Take the space out. `digest check --fix` does.

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Fix, Severity, Span};

/// Languages in which `: ; ! ?` follow a space.
const SPACED: [&str; 3] = ["fr", "br", "oc"];
const SIGNS: [char; 7] = ['.', ',', ';', ':', '!', '?', ')'];

pub(in crate::check) const RULE: Rule = Rule {
    name: "space-before-punctuation",
    severity: Severity::Warning,
    family: Family::Text,
    source: include_str!("space_before_punctuation.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let spaced = SPACED.iter().any(|language| scope.is_in(language));
    let mut findings = Vec::new();
    for block in &scope.prose().blocks {
        let text = block.text.as_str();
        let bytes = text.as_bytes();
        if !may_be_parted(bytes) {
            continue;
        }
        let behind = memchr::memchr_iter(b' ', bytes).map(|space| space + 1);
        for sign in behind.filter(|at| {
            bytes
                .get(*at)
                .is_some_and(|byte| SIGNS.contains(&char::from(*byte)))
        }) {
            let written = &text[sign..=sign];
            if spaced && matches!(written, ":" | ";" | "!" | "?") || !is_misplaced(text, sign) {
                continue;
            }
            let start = text[..sign].trim_end_matches(' ').len();
            if let Some(place) = scope.literal(block, Span::new(start, sign)) {
                let finding = scope.finding(place, format!("a space stands before the `{written}`"));
                let fix = Fix::removing(place, "take the space out");
                findings.push(finding.hinted("take the space out").mended_by(fix));
            }
        }
    }
    findings
}

/// Whether a space stands before a sign anywhere. It looks at every byte, without a jump, so that many are looked at at once.
fn may_be_parted(text: &[u8]) -> bool {
    let Some(behind) = text.get(1..) else {
        return false;
    };
    let found = text.iter().zip(behind).fold(0, |found, (one, two)| {
        let is_sign = matches!(*two, b'.' | b',' | b';' | b':' | b'!' | b'?' | b')');
        found | u8::from(*one == b' ') & u8::from(is_sign)
    });
    found != 0
}

/// Whether a sign stands after a word and a space, and before a space or nothing.
fn is_misplaced(text: &str, sign: usize) -> bool {
    let Some(before) = text[..sign].strip_suffix(' ') else {
        return false;
    };
    let before = before.trim_end_matches(' ').chars().next_back();
    let after = &text[sign + 1..];
    let next = after.trim_start().chars().next();
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, ')' | ']' | '"' | '”' | '’' | '»');
    let is_score = before.is_some_and(|c| c.is_ascii_digit()) && next.is_some_and(|c| c.is_ascii_digit());
    let is_spaced_out = next.is_some_and(|c| SIGNS.contains(&c) || c == '(');
    // `?` and `!` amid a sentence are signs of code: `prefixed with a ! and …`
    let amid = text[sign..].starts_with(['?', '!']) && next.is_some_and(char::is_lowercase);
    before.is_some_and(is_word)
        && !amid
        && (after.is_empty() || after.starts_with(char::is_whitespace))
        && !is_score
        && !is_spaced_out
}
