//! # What it checks
//!
//! `unsubscribe.url` and `unsubscribe.mailto` do not lead to this machine or to a domain that is set aside for examples, unless the From address is of
//! such a domain too.
//!
//! # Why it matters
//!
//! Such a link works for the person who tries it out, or for nobody. Readers who cannot leave complain, and the law is on their side.
//!
//! # Example
//!
//! ```yaml
//! unsubscribe: { url: "http://localhost:8080/u" }
//! ```
//!
//! # Instead
//!
//! Write the address that the page has in the world.

use crate::check::{Check, Family, Finding, PublicationScope, Rule, host_of, is_reserved};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "unsubscribe-placeholder",
    severity: Severity::Error,
    family: Family::Law,
    source: include_str!("unsubscribe_placeholder.rs"),
    limits: &[],
    check: Check::Publication(check),
};

fn check(scope: &PublicationScope<'_>) -> Vec<Finding> {
    let config = scope.config;
    if is_reserved(config.from.email.domain()) {
        return Vec::new();
    }
    let unsubscribe = &config.unsubscribe;
    let url = unsubscribe.url.as_deref().and_then(host_of);
    let mailto = unsubscribe
        .mailto
        .as_ref()
        .map(|address| address.domain().to_owned());
    let findings = [("url", url), ("mailto", mailto)]
        .into_iter()
        .filter_map(|(key, host)| {
            let host = host.filter(|host| is_nobodys(host))?;
            let message = format!("`unsubscribe.{key}` leads to `{host}`, where readers reach nobody");
            let finding = scope.finding(&["unsubscribe", key], message);
            Some(finding.hinted("write the address that readers can reach"))
        });
    findings.collect()
}

fn is_nobodys(host: &str) -> bool {
    is_reserved(host) || host == "[::1]" || host.starts_with("127.")
}
