//! # What it checks
//!
//! No link goes by way of a service that shortens addresses: `bit.ly`, `t.co`, `tinyurl.com` and their like.
//!
//! # Why it matters
//!
//! Readers cannot see where such a link leads, and neither can filters, which therefore count them (SpamAssassin keeps a list of shorteners; abuse of
//! them puts whole services on blocklists). A service that closes, as `goo.gl` did in 2025, takes the archive's links with it.
//!
//! # Example
//!
//! ```markdown
//! The [survey](https://bit.ly/3xYz) is open until Friday.
//! ```
//!
//! # Instead
//!
//! ```markdown
//! The [survey](https://example.org/surveys/2019) is open until Friday.
//! ```

use crate::check::addresses::{is_shortener, placed_or_all};
use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-shortener",
    severity: Severity::Warning,
    family: Family::Links,
    source: include_str!("link_shortener.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let short = scope
        .web_links()
        .filter(|(_, address)| is_shortener(&address.name()));
    short
        .filter(|(_, address)| address.tail().len() > 1)
        .map(|(link, address)| {
            let message = format!("`{}` hides where the link leads", address.name());
            let finding = scope.finding(placed_or_all(link, address.host, scope.text()), message);
            finding.hinted("open it, and write the address that it leads to")
        })
        .collect()
}
