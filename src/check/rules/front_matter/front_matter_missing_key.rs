//! # What it checks
//!
//! The front matter is there and has the keys that every draft needs.
//!
//! # Why it matters
//!
//! The `id` is the issue's identity for ever: by it the ledger knows who has which issue, whatever becomes of the file's name.
//!
//! # Example
//!
//! ```markdown
//! ---
//! issue: 197
//! ---
//! # Caspian crossroads
//! ```
//!
//! # Instead
//!
//! Write the key, as in `id: 2019-02-05-caspian-crossroads`. `digest new` writes them all.

use crate::check::{Check, Family, Rule};
use crate::foundation::Severity;

const NAME: &str = "front-matter-missing-key";

pub(in crate::check) const RULE: Rule = Rule {
    name: NAME,
    severity: Severity::Error,
    family: Family::FrontMatter,
    source: include_str!("front_matter_missing_key.rs"),
    limits: &[],
    check: Check::Draft(|scope| scope.faults(NAME)),
};
