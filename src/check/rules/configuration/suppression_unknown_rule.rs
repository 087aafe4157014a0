//! # What it checks
//!
//! Every name in a `digest-ignore` comment is the name of a rule.
//!
//! # Why it matters
//!
//! A misspelt name keeps nothing back, and a comment without names neither.
//!
//! # Example
//!
//! ```markdown
//! <!-- digest-ignore: bulet-length -->
//! ```
//!
//! # Instead
//!
//! ```markdown
//! <!-- digest-ignore: bullet-length -->
//! ```
//!
//! `digest rules` lists the names.

use crate::check::{Check, Family, Finding, RULES, Rule, SuppressionScope};
use crate::foundation::{Severity, nearest};

pub(in crate::check) const RULE: Rule = Rule {
    name: "suppression-unknown-rule",
    severity: Severity::Warning,
    family: Family::Configuration,
    source: include_str!("suppression_unknown_rule.rs"),
    limits: &[],
    check: Check::Suppressions(check),
};

fn check(scope: &SuppressionScope<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for suppression in scope.suppressions {
        if suppression.rules.is_empty() {
            let finding = Finding::new(suppression.place.clone(), "this comment names no rule");
            findings.push(finding.hinted("write the rules after the colon, parted by commas"));
        }
        for rule in &suppression.rules {
            if !RULES.iter().any(|known| known.name == rule.name) {
                let message = format!("`{}` is the name of no rule", rule.name);
                let hint = match nearest(&rule.name, RULES.iter().map(|known| known.name)) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "`digest rules` lists them all".to_owned(),
                };
                findings.push(Finding::new(rule.place.clone(), message).hinted(hint));
            }
        }
    }
    findings
}
