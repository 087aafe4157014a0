//! # What it checks
//!
//! Every key of the front matter is one that means something.
//!
//! # Why it matters
//!
//! A misspelt key is silently no key: `subjct:` would leave the subject to the title.
//!
//! # Example
//!
//! ```yaml
//! subjct: What the ministers did not say
//! ```
//!
//! # Instead
//!
//! The keys are `id`, `issue`, `date`, `author`, `lists`, `status`, `subject`, `preheader` and `language`.

use crate::check::{Check, Family, Rule};
use crate::foundation::Severity;

const NAME: &str = "front-matter-unknown-key";

pub(in crate::check) const RULE: Rule = Rule {
    name: NAME,
    severity: Severity::Error,
    family: Family::FrontMatter,
    source: include_str!("front_matter_unknown_key.rs"),
    limits: &[],
    check: Check::Draft(|scope| scope.faults(NAME)),
};
