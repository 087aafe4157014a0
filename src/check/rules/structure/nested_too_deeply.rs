//! # What it checks
//!
//! Quotes, lists and emphasis are not nested more than 100 deep.
//!
//! # Why it matters
//!
//! No mail program shows such nesting. It is mostly a file that was damaged, or text that was made to do harm.
//!
//! # Example
//!
//! ```markdown
//! >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> text
//! ```
//!
//! # Instead
//!
//! Write it flat.

use crate::check::{Check, Family, Rule};
use crate::foundation::Severity;

const NAME: &str = "nested-too-deeply";

pub(in crate::check) const RULE: Rule = Rule {
    name: NAME,
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("nested_too_deeply.rs"),
    limits: &[],
    check: Check::Draft(|scope| scope.faults(NAME)),
};
