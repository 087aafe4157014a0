//! # What it checks
//!
//! Every tag can be filled for the subscriber with the longest values, and for a made-up one where no list is there.
//!
//! # Why it matters
//!
//! `digest send` stops at a subscriber whose copy cannot be filled, and by then others have theirs.
//!
//! # Example
//!
//! ```markdown
//! You have been with us for {{ subscriber.years + 1 }} years.
//! ```
//!
//! What a list holds is text, and to a text nothing can be added.
//!
//! # Instead
//!
//! ```markdown
//! You have been with us for {{ subscriber.years | int + 1 }} years.
//! ```

use crate::check::{Check, Family, Finding, Rule, Unrendered};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "copy-cannot-be-filled",
    severity: Severity::Error,
    family: Family::Personalisation,
    source: include_str!("copy_cannot_be_filled.rs"),
    limits: &[],
    check: Check::Unrendered(check),
};

fn check(unrendered: &Unrendered<'_>) -> Vec<Finding> {
    unrendered.of_copies()
}
