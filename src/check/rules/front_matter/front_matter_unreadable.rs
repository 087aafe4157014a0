//! # What it checks
//!
//! The front matter is YAML, and ends.
//!
//! # Why it matters
//!
//! Of front matter that cannot be read nothing is known: not the issue's identity, not its lists.
//!
//! # Example
//!
//! ```yaml
//! subject: Gas: who pays
//! ```
//!
//! The second colon makes this no YAML.
//!
//! # Instead
//!
//! Quote a value that holds `: ` or ` #`:
//!
//! ```yaml
//! subject: "Gas: who pays"
//! ```

use crate::check::{Check, Family, Rule};
use crate::foundation::Severity;

const NAME: &str = "front-matter-unreadable";

pub(in crate::check) const RULE: Rule = Rule {
    name: NAME,
    severity: Severity::Error,
    family: Family::FrontMatter,
    source: include_str!("front_matter_unreadable.rs"),
    limits: &[],
    check: Check::Draft(|scope| scope.faults(NAME)),
};
