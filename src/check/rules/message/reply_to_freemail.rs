//! # What it checks
//!
//! `reply_to` is no address of a provider that gives addresses to anybody (Gmail, Yahoo and the like), unless the From address is of the same domain.
//!
//! # Why it matters
//!
//! A mail from an organisation that asks for answers to a free mailbox is what fraud looks like, and filters count it: SpamAssassin with up to
//! 2.5 of its 5 points (`FREEMAIL_FORGED_REPLYTO`), rspamd with 3 of 15.
//!
//! # Example
//!
//! ```yaml
//! from: { name: Our Weekly, email: weekly@example.org }
//! reply_to: our.weekly@gmail.com
//! ```
//!
//! # Instead
//!
//! ```yaml
//! reply_to: editors@example.org
//! ```
//!
//! Let that address pass its mail on to the free mailbox, if that is where it is read.

use crate::check::{Check, Family, Finding, PublicationScope, Rule, freemail_provider};
use crate::foundation::{Address, Severity};

pub(in crate::check) const RULE: Rule = Rule {
    name: "reply-to-freemail",
    severity: Severity::Warning,
    family: Family::Message,
    source: include_str!("reply_to_freemail.rs"),
    limits: &[],
    check: Check::Publication(check),
};

fn check(scope: &PublicationScope<'_>) -> Vec<Finding> {
    let from = scope.config.from.email.domain();
    let reply_to = scope.config.reply_to.as_ref().map(Address::domain);
    let domain = reply_to.filter(|domain| *domain != from && freemail_provider(domain).is_some());
    let finding = domain.map(|domain| {
        let message = format!(
            "the mail is from `{from}`, and its answers go to `{domain}`, where anybody has an address"
        );
        let hint = format!("write an address at `{from}`, and have its mail passed on");
        scope.finding(&["reply_to"], message).hinted(hint)
    });
    finding.into_iter().collect()
}
