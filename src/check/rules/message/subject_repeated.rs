//! # What it checks
//!
//! No issue has the subject of an earlier one. Where four issues and more have the same, that is the publication's way.
//!
//! # Why it matters
//!
//! Gmail and others group messages of one sender and subject into one conversation: the new issue hides behind the old one, and who remembers the
//! subject does not open it again.
//!
//! # Example
//!
//! `subject: Caspian crossroads` in two issues.
//!
//! # Instead
//!
//! Say what is in this issue.

use std::collections::BTreeMap;

use crate::check::{Check, DraftsScope, Family, Finding, Rule, ran_before};
use crate::foundation::{Location, Severity, Span};
use crate::issue::Draft;

/// What more other issues have than this is meant to be so.
const STANDING: usize = 2;

pub(in crate::check) const RULE: Rule = Rule {
    name: "subject-repeated",
    severity: Severity::Warning,
    family: Family::Message,
    source: include_str!("subject_repeated.rs"),
    limits: &[],
    check: Check::Drafts(check),
};

fn check(scope: &DraftsScope<'_>) -> Vec<Finding> {
    let drafts = scope.checked.iter().chain(&scope.others);
    let mut holders: BTreeMap<String, Vec<&Draft>> = BTreeMap::new();
    for draft in drafts {
        if let Some((subject, _)) = subject_of(draft) {
            holders.entry(subject).or_default().push(draft);
        }
    }
    let findings = scope.checked.iter().filter_map(|draft| {
        let (subject, span) = subject_of(draft)?;
        let holders = holders
            .get(&subject)
            .filter(|holders| holders.len() <= STANDING + 1)?;
        let earlier = holders.iter().filter(|other| ran_before(other, draft));
        let last = earlier.reduce(|last, next| if ran_before(last, next) { next } else { last })?;
        let path = last.source.path().display();
        let message = format!("an earlier issue, `{path}`, has the same subject");
        let finding = Finding::new(Location::new(&draft.source, span), message);
        Some(finding.hinted("say what is in this issue"))
    });
    findings.collect()
}

/// The subject of a draft, as far as two of them are told apart by readers, and where it stands.
fn subject_of(draft: &Draft) -> Option<(String, Span)> {
    let (text, span) = match (&draft.front.subject, &draft.title) {
        (Some(subject), _) => (subject.value.as_str(), subject.span),
        (None, Some(title)) => (title.text.as_str(), title.span),
        (None, None) => return None,
    };
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let subject = words.map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    (!subject.is_empty()).then_some((subject, span))
}
