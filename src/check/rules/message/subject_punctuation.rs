//! # What it checks
//!
//! The subject has one exclamation mark at most, and no run of question marks or dollar signs.
//!
//! # Why it matters
//!
//! It is how advertisements shout. Filters that learn from what people report have learned it, and readers too.
//!
//! # Example
//!
//! ```yaml
//! subject: The ports are open!!!
//! ```
//!
//! # Instead
//!
//! ```yaml
//! subject: The ports are open
//! ```

use crate::check::{Check, DraftScope, Family, Finding, Rule, subject_block, without_tags};
use crate::foundation::{Severity, Span};

pub(in crate::check) const RULE: Rule = Rule {
    name: "subject-punctuation",
    severity: Severity::Info,
    family: Family::Message,
    source: include_str!("subject_punctuation.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let Some(block) = subject_block(scope.prose()) else {
        return Vec::new();
    };
    let text = without_tags(&block.text);
    let finding = loud(&text).map(|(span, message)| {
        let finding = scope.finding(block.place(span), message);
        finding.hinted("let the words say it")
    });
    finding.into_iter().collect()
}

/// The first marks that are too many.
fn loud(subject: &str) -> Option<(Span, String)> {
    for run in ["??", "？？", "$$"] {
        if let Some(start) = subject.find(run) {
            let mark = run.chars().next()?;
            let rest = &subject[start..];
            let length = rest.len() - rest.trim_start_matches(mark).len();
            let span = Span::new(start, start + length);
            return Some((span, format!("the subject holds `{}`", span.of(subject))));
        }
    }
    let is_exclamation = |c: char| matches!(c, '!' | '！');
    let marks: Vec<(usize, &str)> = subject.match_indices(is_exclamation).collect();
    let (second, mark) = *marks.get(1)?;
    let message = format!("the subject has {} exclamation marks", marks.len());
    Some((Span::new(second, second + mark.len()), message))
}
