//! # What it checks
//!
//! The From address is not one of a provider that gives addresses to anybody (Gmail, Yahoo, Outlook and the like), unless that provider's own
//! server is the relay.
//!
//! # Why it matters
//!
//! Only the provider's own servers may send from its domain. Yahoo and AOL have every other mail refused (DMARC `p=reject`), Gmail has mail that
//! claims to be from it put into spam (its guidelines for senders: do not impersonate Gmail in From). Such a newsletter reaches nobody.
//!
//! # Example
//!
//! ```yaml
//! from: { name: Our Weekly, email: our.weekly@gmail.com }
//! ```
//!
//! # Instead
//!
//! Register a domain, let the relay sign for it (DKIM), and send from there.

use crate::check::{Check, Family, Finding, PublicationScope, Rule, freemail_provider};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "from-freemail",
    severity: Severity::Warning,
    family: Family::Message,
    source: include_str!("from_freemail.rs"),
    limits: &[],
    check: Check::Publication(check),
};

fn check(scope: &PublicationScope<'_>) -> Vec<Finding> {
    let domain = scope.config.from.email.domain();
    let Some(provider) = freemail_provider(domain) else {
        return Vec::new();
    };
    let relay = scope.config.relay.as_ref();
    if relay.is_some_and(|relay| freemail_provider(&relay.host) == Some(provider)) {
        return Vec::new();
    }
    let message = format!("the mail is from `{domain}`, and only {provider} may send from there");
    let hint = "send from a domain of your own: mail from anybody else's is refused or put into spam";
    vec![scope.finding(&["from", "email"], message).hinted(hint)]
}
