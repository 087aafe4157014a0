//! # What it checks
//!
//! A tag of the draft, `{{ … }}` or `{% … %}`, uses only filters, tests and values that there are, and does with them only what can be done.
//!
//! # Why it matters
//!
//! `digest send` fills in the tags before anything leaves, and stops at one that it cannot.
//!
//! # Example
//!
//! ```markdown
//! Dear {{ subscriber.name | uppercase }}, this is number {{ isue.number }}.
//! ```
//!
//! # Instead
//!
//! ```markdown
//! Dear {{ subscriber.name | upper }}, this is number {{ issue.number }}.
//! ```
//!
//! The filters and tests are those of MiniJinja. Drafts see `issue`, `publication`, `subscriber` and `links`.

use crate::check::{Check, Family, Finding, Rule, Unrendered};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "tag-cannot-be-run",
    severity: Severity::Error,
    family: Family::Rendering,
    source: include_str!("tag_cannot_be_run.rs"),
    limits: &[],
    check: Check::Unrendered(check),
};

fn check(unrendered: &Unrendered<'_>) -> Vec<Finding> {
    unrendered.in_draft("tag")
}
