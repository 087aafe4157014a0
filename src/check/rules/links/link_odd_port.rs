//! # What it checks
//!
//! No link names a port other than 80, 443 or 8080.
//!
//! # Why it matters
//!
//! Many offices let nothing else through, and filters count other ports (SpamAssassin's `WEIRD_PORT`). Mostly it is the address of a machine
//! that somebody tries things out on.
//!
//! # Example
//!
//! ```markdown
//! Here is the [preview](https://news.example.org:3000/preview).
//! ```
//!
//! # Instead
//!
//! ```markdown
//! Here is the [article](https://news.example.org/ports).
//! ```

use crate::check::addresses::placed_or_all;
use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::Severity;

/// What is let through nearly everywhere.
const USUAL: [u16; 3] = [80, 443, 8080];

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-odd-port",
    severity: Severity::Warning,
    family: Family::Links,
    source: include_str!("link_odd_port.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let links = scope.web_links();
    let odd = links.filter_map(|(link, address)| {
        let part = address.port?;
        let port: u16 = part.of(address.url).parse().ok()?;
        // A host that leads nowhere is another rule's matter.
        let told = address.ip().is_some() || !address.name().contains('.');
        (!USUAL.contains(&port) && !told).then_some((link, part, port))
    });
    odd.map(|(link, part, port)| {
        let message = format!("the link leads to port {port}, which many networks do not let through");
        let finding = scope.finding(placed_or_all(link, part, scope.text()), message);
        finding.hinted("see whether the page answers without the `:` and the number, and write it so")
    })
    .collect()
}
