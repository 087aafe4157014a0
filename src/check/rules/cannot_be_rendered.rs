//! # What it checks
//!
//! The draft can be made into HTML and plain text with the publication's templates. It is tried once nothing else is wrong with the draft.
//!
//! # Why it matters
//!
//! `digest send` renders the issue before anything leaves, and stops at what it finds. Better to learn of it while writing than with the
//! finger on the key.
//!
//! # Example
//!
//! ```markdown
//! Dear {{ subscriber.name | uppercase }}, read <b>this</b>.
//! ```
//!
//! # Instead
//!
//! ```markdown
//! Dear {{ subscriber.name | upper }}, read **this**.
//! ```
//!
//! Tags are those of MiniJinja, and what is filled in for a subscriber stands in text, in an attribute, or behind the host of an address. HTML
//! goes into a template, not into a draft.

use crate::check::{Check, Family, Finding, RenderScope, Rule};
use crate::foundation::Severity;
use crate::issue::{Draft, Issue};
use crate::render::render;

pub(in crate::check) const RULE: Rule = Rule {
    name: "cannot-be-rendered",
    severity: Severity::Error,
    family: Family::Rendering,
    source: include_str!("cannot_be_rendered.rs"),
    check: Check::Rendering(check),
};

fn check(scope: &RenderScope<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for draft in &scope.drafts {
        for finding in faults(draft, scope) {
            // A template's fault comes up with every draft.
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        }
    }
    findings
}

fn faults(draft: &Draft, scope: &RenderScope<'_>) -> Vec<Finding> {
    let templates = match scope.templates() {
        Ok(templates) => templates,
        Err(finding) => return vec![finding.clone()],
    };
    let rendered = Issue::meant_by(draft, scope.config)
        .and_then(|issue| render(&issue, &draft.source, scope.config, templates));
    rendered.err().into_iter().flatten().map(Finding::from).collect()
}
