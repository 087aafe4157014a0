//! # What it checks
//!
//! digest.yaml says how readers leave: `unsubscribe` has a `url` or a `mailto`.
//!
//! # Why it matters
//!
//! Every law on newsletters demands a way out that works: in the European Union leaving has to be as easy as joining (GDPR, Article 7(3)), in the United
//! States CAN-SPAM asks for a clear one. Gmail, Yahoo, Microsoft and Apple demand it of bulk senders, in the mail and in its headers. Without one
//! readers use the button that is always there: "this is spam".
//!
//! # Example
//!
//! A digest.yaml without `unsubscribe`.
//!
//! # Instead
//!
//! ```yaml
//! unsubscribe: { url: "https://news.example.org/u", mailto: unsubscribe@example.org }
//! ```

use crate::check::{Check, Family, Finding, PublicationScope, Rule};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "unsubscribe-missing",
    severity: Severity::Warning,
    family: Family::Law,
    source: include_str!("unsubscribe_missing.rs"),
    limits: &[],
    check: Check::Publication(check),
};

fn check(scope: &PublicationScope<'_>) -> Vec<Finding> {
    let unsubscribe = &scope.config.unsubscribe;
    if unsubscribe.url.is_some() || unsubscribe.mailto.is_some() {
        return Vec::new();
    }
    let finding = scope.finding(&["unsubscribe"], "nothing says how readers leave");
    vec![finding.hinted(
        "write `unsubscribe: { mailto: unsubscribe@… }`, and a `url` too where you have a page for it",
    )]
}
