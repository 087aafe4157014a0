//! # What it checks
//!
//! The preheader says something else than the subject: it neither is it nor begins with it.
//!
//! # Why it matters
//!
//! Both are shown beside each other. A reader who sees one sentence twice learns half of what there was room for.
//!
//! # Example
//!
//! ```yaml
//! subject: Four ports are widened
//! preheader: Four ports are widened
//! ```
//!
//! # Instead
//!
//! ```yaml
//! subject: Four ports are widened
//! preheader: And the ships still wait for days. Who pays for it, and who gains
//! ```

use crate::check::{Check, DraftScope, Family, Finding, Rule, squashed, subject_block};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "preheader-repeats-subject",
    severity: Severity::Warning,
    family: Family::Message,
    source: include_str!("preheader_repeats_subject.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let (Some(preheader), Some(subject)) = (&scope.draft.front.preheader, subject_block(scope.prose()))
    else {
        return Vec::new();
    };
    let (said, again) = (squashed(&subject.text), squashed(&preheader.value));
    let is_word = subject.text.split_whitespace().nth(1).is_none();
    let repeats = if is_word {
        again == said
    } else {
        again.starts_with(&said)
    };
    if said.is_empty() || !repeats {
        return Vec::new();
    }
    let finding = scope.finding(preheader.span, "the preheader says what the subject says");
    vec![finding.hinted("say what else is in the issue")]
}
