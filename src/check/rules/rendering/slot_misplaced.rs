//! # What it checks
//!
//! What is filled in for a subscriber stands where a text can stand: between words, in an attribute, or behind the host of an address; and a block
//! that a tag begins encloses whole paragraphs, items or cells.
//!
//! # Why it matters
//!
//! A value that chooses the host of a link leads readers wherever a line of the list says. A block that begins in one paragraph and ends in
//! another tears the page apart for everybody who does not get it.
//!
//! # Example
//!
//! ```markdown
//! See [your page](https://{{ subscriber.city }}.example.org/).
//! ```
//!
//! # Instead
//!
//! ```markdown
//! See [your page](https://example.org/{{ subscriber.city }}).
//! ```

use crate::check::{Check, Family, Finding, Rule, Unrendered};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "slot-misplaced",
    severity: Severity::Error,
    family: Family::Rendering,
    source: include_str!("slot_misplaced.rs"),
    limits: &[],
    check: Check::Unrendered(check),
};

fn check(unrendered: &Unrendered<'_>) -> Vec<Finding> {
    unrendered.in_draft("slot")
}
