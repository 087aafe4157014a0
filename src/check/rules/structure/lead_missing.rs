//! # What it checks
//!
//! There is a lead article: text between the title and the first section.
//!
//! # Why it matters
//!
//! The lead is what the subject line promises. Without it readers open the mail and find a list of notes under a bare headline.
//!
//! # Example
//!
//! ```markdown
//! # Caspian crossroads
//!
//! ## Politics, Foreign Affairs, and Security
//! ```
//!
//! # Instead
//!
//! Write the article below the title. A newsletter without a lead switches this rule off in digest.yaml.

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "lead-missing",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("lead_missing.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let lead = &scope.draft.lead;
    let nothing_wanted = scope
        .config
        .structure
        .lead
        .words
        .is_some_and(|words| words.allows(0));
    // Without a title one cannot tell where the lead would stand: that is said first.
    if lead.words > 0 || nothing_wanted || scope.draft.title.is_none() {
        return Vec::new();
    }
    let wanted = match scope.config.structure.lead.words {
        Some(words) => format!("write the lead article, {words} words, below the title"),
        None => "write the lead article below the title".to_owned(),
    };
    vec![
        scope
            .finding(scope.head(), "there is no lead article below the title")
            .hinted(wanted),
    ]
}
