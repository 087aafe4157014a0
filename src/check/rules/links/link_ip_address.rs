//! # What it checks
//!
//! No link names its host by a number: `http://203.0.113.7/`, nor by the other ways to write one that browsers understand (`0xcb007107`, `3405803783`,
//! `[2001:db8::7]`).
//!
//! # Why it matters
//!
//! Phishing pages are found at such addresses, so filters count them (SpamAssassin's `NUMERIC_HTTP_ADDR` and `NORMAL_HTTP_TO_IP`). A number of one's own
//! network (RFC 1918 and its like) leads readers nowhere at all.
//!
//! # Example
//!
//! ```markdown
//! The [map](http://192.168.1.20/map) is new.
//! ```
//!
//! # Instead
//!
//! ```markdown
//! The [map](https://maps.example.org/) is new.
//! ```

use std::net::IpAddr;

use crate::check::addresses::placed_or_all;
use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-ip-address",
    severity: Severity::Warning,
    family: Family::Links,
    source: include_str!("link_ip_address.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let links = scope.web_links();
    let numbered = links.filter_map(|(link, address)| Some((link, address, address.ip()?)));
    numbered
        .map(|(link, address, ip)| {
            let place = placed_or_all(link, address.host, scope.text());
            let written = address.host.of(address.url);
            if is_inside(ip) {
                let message = format!("`{written}` leads into one's own network, where no reader gets");
                let finding = scope.finding(place, message).at(Severity::Error);
                return finding.hinted("write the address that the page has for everyone");
            }
            let message = format!("the link leads to a host without a name, `{written}`");
            scope
                .finding(place, message)
                .hinted("write the host's name: filters distrust numbers")
        })
        .collect()
}

/// Whether nobody outside gets to a number.
fn is_inside(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => ip.is_loopback() || ip.is_private() || ip.is_link_local() || ip.is_unspecified(),
        IpAddr::V6(ip) => {
            ip.is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local() || ip.is_unspecified()
        }
    }
}
