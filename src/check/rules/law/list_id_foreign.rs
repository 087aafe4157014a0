//! # What it checks
//!
//! `id` in digest.yaml, which goes out as List-Id, ends in a domain of the newsletter's own: that of the From address, of another address or of a page
//! that digest.yaml names.
//!
//! # Why it matters
//!
//! A List-Id has to be unique in the world, and only the owner of a domain can see to that (RFC 2919 section 2). Readers' programs sort by it, and
//! one that belongs to somebody else looks forged.
//!
//! # Example
//!
//! ```yaml
//! id: weekly.example.org
//! from: { name: Our Weekly, email: weekly@example.com }
//! ```
//!
//! # Instead
//!
//! ```yaml
//! id: weekly.example.com
//! ```
//!
//! Do so before the first issue is sent: the id tells in the ledger who has which issue. Later, switch this rule off.

use crate::check::{
    Check, Family, Finding, PublicationScope, Rule, freemail_provider, organisation, own_organisations,
};
use crate::foundation::Severity;

/// The name space of those who have no domain (RFC 2919 section 2).
const UNMANAGED: &str = ".localhost";

pub(in crate::check) const RULE: Rule = Rule {
    name: "list-id-foreign",
    severity: Severity::Info,
    family: Family::Law,
    source: include_str!("list_id_foreign.rs"),
    limits: &[],
    check: Check::Publication(check),
};

fn check(scope: &PublicationScope<'_>) -> Vec<Finding> {
    let config = scope.config;
    let id = config.id.to_ascii_lowercase();
    let from = config.from.email.domain();
    let is_own = own_organisations(config)
        .iter()
        .any(|own| own == organisation(&id));
    // Whoever writes from somebody else's domain can have no id below it: `from-freemail` says what to do.
    if is_own || id.ends_with(UNMANAGED) || freemail_provider(from).is_some() {
        return Vec::new();
    }
    let message = format!("`{}` is under no domain of the newsletter's own", config.id);
    let hint = format!(
        "before the first issue is sent, write an id that ends in `.{}`",
        organisation(from)
    );
    vec![scope.finding(&["id"], message).hinted(hint)]
}
