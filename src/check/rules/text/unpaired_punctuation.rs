//! # What it checks
//!
//! Each bracket and each double quotation mark that opens within a paragraph is closed there. A quotation of several paragraphs may open each of
//! them; list markers like `a)`, smileys, inches and an excerpt cut off with `…` do not count.
//!
//! # Why it matters
//!
//! Readers go on waiting for the end of a bracket, and cannot tell where a quotation ends: who said the rest?
//!
//! # Example
//!
//! ```markdown
//! The ministry (which had promised the law in spring said nothing.
//! ```
//!
//! # Instead
//!
//! Close it where the aside ends, or take the sign out.

use crate::check::{Check, DraftScope, Family, Finding, PAIRED, PairKind, Rule, Unpaired, unpaired};
use crate::foundation::{Severity, Span};

/// Languages whose writers smile with a bare bracket.
const SMILING: [&str; 4] = ["ru", "uk", "be", "kk"];

pub(in crate::check) const RULE: Rule = Rule {
    name: "unpaired-punctuation",
    severity: Severity::Warning,
    family: Family::Text,
    source: include_str!("unpaired_punctuation.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let smiling = SMILING.iter().any(|language| scope.is_in(language));
    let blocks = &scope.prose().blocks;
    let mut findings = Vec::new();
    // What a paragraph leaves open the next one may close.
    let mut carried: Vec<(Unpaired, Span)> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let mut left = Vec::new();
        let marks = if block.bytes.meets(&PAIRED) {
            unpaired(&block.text)
        } else {
            Vec::new()
        };
        for mark in marks {
            let is_quote = matches!(mark.kind, PairKind::Quote | PairKind::Guillemet);
            let open = carried
                .iter()
                .position(|(open, _)| open.kind == mark.kind && open.opens && (is_quote || !mark.opens));
            if let Some(open) = open {
                carried.remove(open);
                continue;
            }
            let is_smile = smiling && mark.kind == PairKind::Round && !mark.opens;
            let next = blocks.get(index + 1).map_or("", |next| next.text.trim_start());
            let goes_on = is_quote && next.starts_with(['"', '“', '„', '«', '»']);
            if let Some(place) = scope.literal(block, mark.span)
                && !is_smile
                && !goes_on
            {
                left.push((mark, place));
            }
        }
        findings.extend(carried.drain(..).map(|(mark, place)| finding(scope, mark, place)));
        carried = left;
    }
    findings.extend(
        carried
            .into_iter()
            .map(|(mark, place)| finding(scope, mark, place)),
    );
    findings
}

fn finding(scope: &DraftScope<'_>, mark: Unpaired, place: Span) -> Finding {
    let sign = place.of(scope.text());
    let (message, hint) = if mark.opens {
        (
            format!("this `{sign}` is never closed"),
            "close it where the aside or the quotation ends, or take it out",
        )
    } else {
        (
            format!("this `{sign}` closes what was never opened"),
            "open it where the aside or the quotation begins, or take it out",
        )
    };
    scope.finding(place, message).hinted(hint)
}
