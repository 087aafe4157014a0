//! # What it checks
//!
//! A draft holds no HTML but comments.
//!
//! # Why it matters
//!
//! Markdown is made into HTML that mail programs show well, and into plain text for those who read that. HTML in the draft would be in
//! neither: what stands in it would not reach the reader.
//!
//! # Example
//!
//! ```markdown
//! The strike <b>ended on Friday</b>.
//! ```
//!
//! # Instead
//!
//! ```markdown
//! The strike **ended on Friday**.
//! ```
//!
//! What Markdown cannot say goes into a template. `<` that is meant as a sign is written `\<`, or put between backticks.

use crate::check::{Check, Family, Finding, Rule, Unrendered};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "html-in-draft",
    severity: Severity::Error,
    family: Family::Rendering,
    source: include_str!("html_in_draft.rs"),
    limits: &[],
    check: Check::Unrendered(check),
};

fn check(unrendered: &Unrendered<'_>) -> Vec<Finding> {
    unrendered.in_draft("raw-html")
}
