//! # What it checks
//!
//! digest.yaml has a `postal_address`, and it is not the one that `digest init` wrote.
//!
//! # Why it matters
//!
//! CAN-SPAM in the United States and CASL in Canada demand a postal address in every mail of this kind, Germany and others an imprint. Readers
//! and filters take a sender who can be visited for one who can be trusted.
//!
//! # Example
//!
//! A digest.yaml without `postal_address`.
//!
//! # Instead
//!
//! ```yaml
//! postal_address: 4 Example Street, Almaty
//! ```

use crate::check::{Check, Family, Finding, PublicationScope, Rule, is_reserved};
use crate::foundation::Severity;

/// What every made-up address here is in.
const MADE_UP: &str = "Example Street";

pub(in crate::check) const RULE: Rule = Rule {
    name: "postal-address-missing",
    severity: Severity::Warning,
    family: Family::Law,
    source: include_str!("postal_address_missing.rs"),
    limits: &[],
    check: Check::Publication(check),
};

fn check(scope: &PublicationScope<'_>) -> Vec<Finding> {
    let config = scope.config;
    let message = match &config.postal_address {
        None => "there is no `postal_address`",
        Some(address) if address.contains(MADE_UP) && !is_reserved(config.from.email.domain()) => {
            "the postal address is still the example's"
        }
        Some(_) => return Vec::new(),
    };
    let finding = scope.finding(&["postal_address"], message);
    vec![
        finding.hinted(
            "write where the publisher can be reached by post; it stands in the footer of every copy",
        ),
    ]
}
