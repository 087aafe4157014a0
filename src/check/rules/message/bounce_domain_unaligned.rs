//! # What it checks
//!
//! `bounce`, the envelope sender, belongs to the organisation whose domain the mail is from.
//!
//! # Why it matters
//!
//! SPF is checked for the envelope sender's domain. DMARC counts it only where that is the From address's organisation (RFC 7489 section 3.1.2), and
//! Gmail, Yahoo and Microsoft demand one such check that passes of bulk senders. With a foreign bounce address only DKIM is left.
//!
//! # Example
//!
//! ```yaml
//! from: { name: Our Weekly, email: weekly@example.org }
//! bounce: bounces@relay.example.com
//! ```
//!
//! # Instead
//!
//! ```yaml
//! bounce: bounces@news.example.org
//! ```
//!
//! Where the relay prescribes an address of its own, see to it that it signs with DKIM for your domain, and switch this rule off.

use crate::check::{Check, Family, Finding, PublicationScope, Rule, organisation};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "bounce-domain-unaligned",
    severity: Severity::Info,
    family: Family::Message,
    source: include_str!("bounce_domain_unaligned.rs"),
    limits: &[],
    check: Check::Publication(check),
};

fn check(scope: &PublicationScope<'_>) -> Vec<Finding> {
    let from = organisation(scope.config.from.email.domain());
    let bounce = scope
        .config
        .bounce
        .as_ref()
        .map(|address| organisation(address.domain()));
    let foreign = bounce.filter(|bounce| *bounce != from);
    let finding = foreign.map(|bounce| {
        let message =
            format!("bounces go to `{bounce}` and the mail is from `{from}`: SPF does not count for DMARC");
        let hint =
            format!("write an address at `{from}`, or make sure that the relay signs with DKIM for it");
        scope.finding(&["bounce"], message).hinted(hint)
    });
    finding.into_iter().collect()
}
