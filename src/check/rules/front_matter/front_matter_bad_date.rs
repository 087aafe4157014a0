//! # What it checks
//!
//! `date` is a day of the calendar, written as year, month and day (ISO 8601).
//!
//! # Why it matters
//!
//! `05/02/2019` is in February to some readers and in May to others, and nothing can be sorted by it.
//!
//! # Example
//!
//! ```yaml
//! date: 2019-02-30
//! ```
//!
//! # Instead
//!
//! ```yaml
//! date: 2019-02-28
//! ```

use crate::check::{Check, Family, Rule};
use crate::foundation::Severity;

const NAME: &str = "front-matter-bad-date";

pub(in crate::check) const RULE: Rule = Rule {
    name: NAME,
    severity: Severity::Error,
    family: Family::FrontMatter,
    source: include_str!("front_matter_bad_date.rs"),
    limits: &[],
    check: Check::Draft(|scope| scope.faults(NAME)),
};
