//! # What it checks
//!
//! The publication's own templates can be read and run, and lose nothing of what is put into them.
//!
//! # Why it matters
//!
//! Every issue is made with them. A fault in a template stops all of them, and nobody has changed a draft.
//!
//! # Example
//!
//! ```html
//! <title>{{ isue.title }}</title>
//! ```
//!
//! # Instead
//!
//! ```html
//! <title>{{ issue.title }}</title>
//! ```
//!
//! Without a file of its name in templates/ the built-in template is used: move yours aside to see whether it is to blame.

use crate::check::{Check, Family, Finding, Rule, Unrendered};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "template-broken",
    severity: Severity::Error,
    family: Family::Templates,
    source: include_str!("template_broken.rs"),
    limits: &[],
    check: Check::Unrendered(check),
};

fn check(unrendered: &Unrendered<'_>) -> Vec<Finding> {
    unrendered.in_templates()
}
