//! # What it checks
//!
//! English ordinals in figures end as they are spoken: `1st`, `2nd`, `3rd`, `11th`, `22nd`.
//!
//! # Why it matters
//!
//! `the 22th summit` is read out wrong, and looks like a number that was changed in haste: is the number right?
//!
//! # Example
//!
//! ```markdown
//! The 22th summit opened in Astana.
//! ```
//!
//! # Instead
//!
//! ```markdown
//! The 22nd summit opened in Astana.
//! ```

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Fix, Severity, Span};

pub(in crate::check) const RULE: Rule = Rule {
    name: "ordinal-wrong",
    severity: Severity::Warning,
    family: Family::Text,
    source: include_str!("ordinal_wrong.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !scope.is_in("en") {
        return findings;
    }
    for block in &scope.prose().blocks {
        for (written, right) in wrong(&block.text) {
            let Some(place) = scope.literal(block, written) else {
                continue;
            };
            let finding = scope.finding(
                place,
                format!("`{}` is no English ordinal", written.of(&block.text)),
            );
            let fix = Fix::replacing(place, right.clone(), format!("write `{right}`"));
            findings.push(
                finding
                    .hinted(format!("write `{right}`, if the number is right"))
                    .mended_by(fix),
            );
        }
    }
    findings
}

/// The ordinals that end wrongly, and how they are written.
fn wrong(text: &str) -> Vec<(Span, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    let bytes = text.as_bytes();
    while let Some(digits) = bytes[at..].iter().position(u8::is_ascii_digit) {
        let start = at + digits;
        let rest = &text[start..];
        let end = start + rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        at = end;
        let is_alone = !text[..start].ends_with(|c: char| c.is_alphanumeric() || "_-/.,#@".contains(c));
        let after = &text[end..];
        let ending = &after[..after
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(after.len())];
        let tail = &after[ending.len()..];
        let ends = !tail.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '/'));
        let right = ending_of(&text[start..end]);
        let is_ordinal = ["st", "nd", "rd", "th"].contains(&ending);
        // `11st 4lb` is a weight.
        let is_weight = ending == "st" && tail.trim_start().starts_with(|c: char| c.is_ascii_digit());
        if is_alone && ends && is_ordinal && ending != right && !is_weight {
            let written = Span::new(start, end + ending.len());
            found.push((written, format!("{}{right}", &text[start..end])));
        }
    }
    found
}

/// How a number ends as an ordinal.
fn ending_of(number: &str) -> &'static str {
    let mut digits = number.bytes().rev();
    let (ones, tens) = (digits.next(), digits.next());
    match ones {
        _ if tens == Some(b'1') => "th",
        Some(b'1') => "st",
        Some(b'2') => "nd",
        Some(b'3') => "rd",
        _ => "th",
    }
}
