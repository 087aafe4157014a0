//! # What it checks
//!
//! The draft can be made into HTML and plain text with the publication's templates. It is tried once nothing else is wrong with the draft, and
//! what has a rule of its own (HTML, links, tags, templates) is told by that.
//!
//! # Why it matters
//!
//! `digest send` renders the issue before anything leaves, and stops at what it finds. Better to learn of it while writing than with the
//! finger on the key.
//!
//! # Example
//!
//! A quotation in a quotation in a quotation …, 61 times.
//!
//! # Instead
//!
//! Write it flat.

use crate::check::{Check, Family, Finding, Rule, Unrendered};
use crate::foundation::Severity;

/// The kinds of faults that have a rule of their own.
const TOLD_ELSEWHERE: [&str; 4] = ["slot", "tag", "raw-html", "link-target"];

pub(in crate::check) const RULE: Rule = Rule {
    name: "cannot-be-rendered",
    severity: Severity::Error,
    family: Family::Rendering,
    source: include_str!("cannot_be_rendered.rs"),
    limits: &[],
    check: Check::Unrendered(check),
};

fn check(unrendered: &Unrendered<'_>) -> Vec<Finding> {
    unrendered.in_draft_but(&TOLD_ELSEWHERE)
}
