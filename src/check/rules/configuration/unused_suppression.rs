//! # What it checks
//!
//! Every rule that a `digest-ignore` comment names is kept from saying something.
//!
//! # Why it matters
//!
//! What was ignored once and is mended by now leaves a comment behind, under which the same fault can come back unseen.
//!
//! # Example
//!
//! ```markdown
//! <!-- digest-ignore: bullet-length -->
//! - A bullet that has the right length.
//! ```
//!
//! # Instead
//!
//! Take the comment out. `digest check --fix` does.

use crate::check::{Check, Family, Finding, Rule, Suppression, SuppressionScope};
use crate::foundation::{Fix, Severity, Span};

pub(in crate::check) const RULE: Rule = Rule {
    name: "unused-suppression",
    severity: Severity::Warning,
    family: Family::Configuration,
    source: include_str!("unused_suppression.rs"),
    limits: &[],
    check: Check::Suppressions(check),
};

fn check(scope: &SuppressionScope<'_>) -> Vec<Finding> {
    let suppressions = scope.suppressions.iter();
    suppressions.flat_map(|own| unused(own, scope)).collect()
}

fn unused(suppression: &Suppression, scope: &SuppressionScope<'_>) -> Vec<Finding> {
    let idle = |name: &str| scope.has_run(name);
    let idle: Vec<_> = suppression
        .rules
        .iter()
        .filter(|rule| !rule.used && idle(&rule.name))
        .collect();
    let all = idle.len() == suppression.rules.len();
    let findings = idle.into_iter().map(|rule| {
        let message = format!("`{}` finds nothing here that could be ignored", rule.name);
        let finding = Finding::new(rule.place.clone(), message);
        let finding = finding.hinted(if all {
            "take the comment out"
        } else {
            "take the rule out of the comment"
        });
        if suppression.rules.len() == 1 {
            finding.mended_by(Fix::removing(whole_line(suppression), "take the comment out"))
        } else {
            finding
        }
    });
    findings.collect()
}

/// The comment, with its line where nothing else stands there.
fn whole_line(suppression: &Suppression) -> Span {
    let span = suppression.place.span;
    let text = suppression.place.source.text();
    let start = text[..span.start].rfind('\n').map_or(0, |end| end + 1);
    let end = text[span.end..]
        .find('\n')
        .map_or(text.len(), |end| span.end + end + 1);
    let alone = text[start..span.start].trim().is_empty() && text[span.end..end].trim().is_empty();
    if alone { Span::new(start, end) } else { span }
}
