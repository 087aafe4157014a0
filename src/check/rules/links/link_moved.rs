//! # What it checks
//!
//! With `--online`: no link leads to a page of which the server says that it has another address for good (a redirect with 301 or 308).
//!
//! It is quiet where only `https://`, `www.` or a slash at the end is new, and at a site's front page that goes on within the site.
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
        let (message, hint) = told(address.url, to)?;
        Some(scope.written.finding(address.span, message).hinted(hint))
    });
    moved.collect()
}

/// What to say of a page that has moved; `None` where the change is not worth a word.
fn told(written: &str, to: &str) -> Option<(String, &'static str)> {
    let (old, mut new) = (Url::parse(written).ok()?, Url::parse(to).ok()?);
    let stays = site(&old).is_some() && site(&old) == site(&new);
    let same_page = essence(&old) == essence(&new);
    let less_safe = old.scheme() == "https" && new.scheme() == "http";
    if same_page || less_safe || (stays && is_front_page(&old)) {
        return None;
    }
    if stays && is_front_page(&new) {
        let message = format!("the page seems to be given up: it leads to the front page `{new}`");
        return Some((
            message,
            "open it in a browser, and link to another page if it is not what you mean",
        ));
    }
    if new.fragment().is_none() {
        new.set_fragment(old.fragment());
    }
    let message = format!("the page has moved for good: its address is `{new}` now");
    Some((
        message,
        "open the new address, and write it if it is the page you mean",
    ))
}

/// What makes an address another one in a reader's eyes: neither `https`, nor `www.`, nor a slash at its end.
fn essence(url: &Url) -> (Option<&str>, Option<u16>, &str, Option<&str>) {
    let host = url
        .host_str()
        .map(|host| host.strip_prefix("www.").unwrap_or(host));
    (host, url.port(), url.path().trim_end_matches('/'), url.query())
}

fn is_front_page(url: &Url) -> bool {
    url.path() == "/" && url.query().is_none()
}

/// The domain that somebody registered.
fn site(url: &Url) -> Option<&str> {
    psl::domain_str(url.host_str()?)
}
