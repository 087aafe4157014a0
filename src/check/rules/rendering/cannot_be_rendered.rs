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

use crate::check::{Check, Family, Finding, Rule, Unrendered};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "cannot-be-rendered",
    severity: Severity::Error,
    family: Family::Rendering,
    source: include_str!("cannot_be_rendered.rs"),
    limits: &[],
    check: Check::Unrendered(check),
};

fn check(unrendered: &Unrendered) -> Vec<Finding> {
    let faults = unrendered.faults.iter();
    faults.cloned().map(Finding::from).collect()
}
