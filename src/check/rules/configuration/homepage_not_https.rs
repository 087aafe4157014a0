//! # What it checks
//!
//! `homepage` in digest.yaml is an `https://` address.
//!
//! # Why it matters
//!
//! It stands in the footer of every copy. Browsers warn of pages that are not encrypted, and filters take links to them for a bad sign.
//!
//! # Example
//!
//! ```yaml
//! homepage: http://example.org
//! ```
//!
//! # Instead
//!
//! ```yaml
//! homepage: https://example.org
//! ```

use crate::check::{Check, Family, Finding, PublicationScope, Rule};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "homepage-not-https",
    severity: Severity::Warning,
    family: Family::Configuration,
    source: include_str!("homepage_not_https.rs"),
    limits: &[],
    check: Check::Publication(check),
};

fn check(scope: &PublicationScope<'_>) -> Vec<Finding> {
    let homepage = scope.config.homepage.as_deref().unwrap_or_default();
    let is_plain = homepage
        .get(..7)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("http://"));
    if !is_plain {
        return Vec::new();
    }
    let finding = scope.finding(&["homepage"], format!("`{homepage}` is not encrypted"));
    vec![finding.hinted("write `https://`, and open the page once to see that it is there")]
}
