//! # What it checks
//!
//! Each value of the front matter is of the kind that its key takes, and each key stands once.
//!
//! # Why it matters
//!
//! `lists: weekly monthly` is one list with a space in its name, and nobody on either list gets the issue.
//!
//! # Example
//!
//! ```yaml
//! issue: one hundred and ninety-seven
//! status: almost
//! ```
//!
//! # Instead
//!
//! ```yaml
//! issue: 197
//! status: draft
//! lists: [weekly, monthly]
//! ```

use crate::check::{Check, Family, Rule};
use crate::foundation::Severity;

const NAME: &str = "front-matter-wrong-type";

pub(in crate::check) const RULE: Rule = Rule {
    name: NAME,
    severity: Severity::Error,
    family: Family::FrontMatter,
    source: include_str!("front_matter_wrong_type.rs"),
    limits: &[],
    check: Check::Draft(|scope| scope.faults(NAME)),
};
