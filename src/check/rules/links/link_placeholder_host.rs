//! # What it checks
//!
//! No link leads to a host that only holds the place of one: names set aside for examples and tests (`example.com`, `localhost`, `.test`: RFC 2606,
//! RFC 6761), `your-domain.com`, a word such as `TODO` or `#` instead of an address, a staging copy of a site (a warning).
//!
//! # Why it matters
//!
//! The link was to be filled in and was not. Of everyone who clicks nobody gets anywhere.
//!
//! # Example
//!
//! ```markdown
//! [Sign up](https://your-domain.com/sign-up) until Friday.
//! ```
//!
//! # Instead
//!
//! Write the address of the page. A publication whose own domain (its `id`, or the domain of its `from` address) is set aside for examples may
//! link to others that are.

use crate::check::addresses::{WebAddress, is_example, is_placeholder, placed_or_all, registrable};
use crate::check::{Check, DraftScope, Family, Finding, Rule, is_reserved};
use crate::foundation::{Severity, Span};
use crate::issue::ProseLink;

/// What stands in templates for a domain of one's own, without hyphens and without what follows the last dot.
const YOURS: [&str; 10] = [
    "yourdomain",
    "yourdomainhere",
    "yoursite",
    "yourwebsite",
    "yourcompany",
    "yourblog",
    "yourorganization",
    "yournewsletter",
    "mydomain",
    "exampledomain",
];

/// What the makers of a site call a copy of it.
const STAGING: [&str; 3] = ["staging", "preprod", "uat"];

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-placeholder-host",
    severity: Severity::Error,
    family: Family::Links,
    source: include_str!("link_placeholder_host.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let may_be_reserved = is_example(scope.config);
    let links = scope.prose().links.iter().zip(scope.web_addresses());
    links
        .filter_map(|(link, address)| in_link(scope, link, address.as_ref(), may_be_reserved))
        .collect()
}

fn in_link(
    scope: &DraftScope<'_>,
    link: &ProseLink,
    address: Option<&WebAddress<'_>>,
    may_be_reserved: bool,
) -> Option<Finding> {
    if is_placeholder(&link.url) {
        let message = format!("`{}` only holds the place of an address", link.url);
        let place = placed_or_all(link, Span::new(0, link.url.len()), scope.text());
        return Some(
            scope
                .finding(place, message)
                .hinted("write the address of the page, or take the link out"),
        );
    }
    let address = address?;
    let name = address.name();
    let place = || placed_or_all(link, address.host, scope.text());
    let is_local = name == "localhost" || name.ends_with(".localhost");
    if is_local || (!may_be_reserved && is_reserved(&name)) || is_yours(&name) {
        let message = format!("`{name}` is nobody's host: it holds the place of another");
        return Some(
            scope
                .finding(place(), message)
                .hinted("write the address that the page has for everyone"),
        );
    }
    let staging = staging_label(&name)?;
    let message = format!("`{name}` looks like a copy for trying things out: `{staging}`");
    let finding = scope.finding(place(), message).at(Severity::Warning);
    Some(finding.hinted("write the address that the page has for everyone"))
}

fn is_yours(name: &str) -> bool {
    if !["your", "mydomain", "exampledomain"]
        .iter()
        .any(|word| name.contains(word))
    {
        return false;
    }
    let own = registrable(name).split('.').next().unwrap_or_default();
    own.contains("your") && YOURS.contains(&own.replace('-', "").as_str()) || YOURS.contains(&own)
}

/// The part of a host's name, before the registered domain, that says that it is a copy for the makers of a site.
fn staging_label(name: &str) -> Option<&str> {
    if !STAGING.iter().any(|word| name.contains(word)) {
        return None;
    }
    let before = name.strip_suffix(registrable(name))?;
    let mut labels = before.split('.');
    labels.find(|label| label.split('-').any(|word| STAGING.contains(&word)))
}
