//! # What it checks
//!
//! In no address or page that digest.yaml names is a label of the domain written in scripts that no language mixes, as Latin and Cyrillic.
//!
//! # Why it matters
//!
//! A Cyrillic `а` looks like a Latin one, so such a domain is somebody else's in disguise, or a slip of the keyboard that leads nowhere. Gmail refuses
//! domains that mix scripts (its guidelines for senders, by UTS #39 section 5.2).
//!
//! # Example
//!
//! ```yaml
//! homepage: https://exаmple.org
//! ```
//!
//! The third letter is Cyrillic.
//!
//! # Instead
//!
//! Type the domain anew with the keyboard set to one language.

use crate::check::{Check, Family, Finding, PublicationScope, Rule, host_of, mixed_scripts};
use crate::foundation::{Address, Severity};

pub(in crate::check) const RULE: Rule = Rule {
    name: "domain-mixed-script",
    severity: Severity::Warning,
    family: Family::Message,
    source: include_str!("domain_mixed_script.rs"),
    limits: &[],
    check: Check::Publication(check),
};

fn check(scope: &PublicationScope<'_>) -> Vec<Finding> {
    let config = scope.config;
    let domain = |address: &Address| address.domain().to_owned();
    let page = |url: &Option<String>| url.as_deref().and_then(host_of);
    let hosts: [(&[&str], Option<String>); 7] = [
        (&["from", "email"], Some(domain(&config.from.email))),
        (&["reply_to"], config.reply_to.as_ref().map(domain)),
        (&["bounce"], config.bounce.as_ref().map(domain)),
        (&["homepage"], page(&config.homepage)),
        (&["unsubscribe", "url"], page(&config.unsubscribe.url)),
        (
            &["unsubscribe", "mailto"],
            config.unsubscribe.mailto.as_ref().map(domain),
        ),
        (
            &["relay", "url"],
            config.relay.as_ref().map(|relay| relay.host.clone()),
        ),
    ];
    let findings = hosts.into_iter().filter_map(|(keys, host)| {
        let (host, _) = idna::domain_to_unicode(&host?);
        let (first, second) = host.split('.').find_map(mixed_scripts)?;
        let message = format!(
            "`{host}` mixes {} and {} letters, which look alike",
            first.full_name(),
            second.full_name()
        );
        let hint = "type it anew with the keyboard set to one language";
        Some(scope.finding(keys, message).hinted(hint))
    });
    findings.collect()
}
