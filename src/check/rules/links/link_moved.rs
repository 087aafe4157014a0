//! # What it checks
//!
//! With `--online`: no link leads to a page of which the server says that it has another address for good (a redirect with 301 or 308).
//!
//! It is quiet where only `https://` is missing, of which `link-not-https` speaks, and at a host's front page that goes on within the same site.
//!
//! # Why it matters
//!
//! Readers get there all the same, but each redirect takes time, and old addresses are switched off one day: the issue stays in inboxes and in the
//! archive for years.
//!
//! # Example
//!
//! ```markdown
//! See the [standard](https://tools.ietf.org/html/rfc5322).
//! ```
//!
//! # Instead
//!
//! ```markdown
//! See the [standard](https://www.rfc-editor.org/rfc/rfc5322).
//! ```
//!
//! Open the new address before you write it: a page that was given up often leads to a front page.

use url::Url;

use crate::check::online::Verdict;
use crate::check::{Check, Family, Finding, LeadsTo, OnlineScope, Rule};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-moved",
    severity: Severity::Info,
    family: Family::Links,
    source: include_str!("link_moved.rs"),
    limits: &[],
    check: Check::Online(check),
};

fn check(scope: &OnlineScope<'_>) -> Vec<Finding> {
    let links = scope
        .verdicts()
        .filter(|(address, _)| address.leads_to == LeadsTo::Page);
    let moved = links.filter_map(|(address, verdict)| {
        let Verdict::Moved { to } = verdict else {
            return None;
        };
        let to = new_address(address.url, to)?;
        let message = format!("the page has moved for good: its address is `{to}` now");
        Some(
            scope
                .written
                .finding(address.span, message)
                .hinted("open the new address, and write it if it is the page you mean"),
        )
    });
    moved.collect()
}

/// The address to write instead, with the part of the page that the link points to; `None` where the change is not worth a word.
fn new_address(written: &str, to: &str) -> Option<Url> {
    let (old, mut new) = (Url::parse(written).ok()?, Url::parse(to).ok()?);
    if new.fragment().is_none() {
        new.set_fragment(old.fragment());
    }
    let mut encrypted = old.clone();
    let only_encrypted = encrypted.set_scheme("https").is_ok() && encrypted == new;
    let is_front_page = old.path() == "/" && old.query().is_none();
    let stays = site(&old).is_some() && site(&old) == site(&new);
    (old != new && !only_encrypted && !(is_front_page && stays)).then_some(new)
}

/// The domain that somebody registered.
fn site(url: &Url) -> Option<&str> {
    psl::domain_str(url.host_str()?)
}
