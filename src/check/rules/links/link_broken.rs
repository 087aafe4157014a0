//! # What it checks
//!
//! With `--online`: every link leads to a page, and every picture is there. Links are followed, redirects included.
//!
//! Broken is what every reader finds broken: a page that the server says is gone (404 or 410), a host that does not exist, a certificate that has
//! expired or is another host's, so that browsers warn and do not open the page. Whatever may be otherwise tomorrow, or from elsewhere, is not:
//! a server that is busy (429), out of order (5xx), silent, or that asks for a login (401, 403). Those are counted at the end of the run.
//!
//! Each host is asked gently, for one page at a time, and what answered is not asked for again for a day. Addresses of this machine and of private
//! networks are never asked, unless `--allow-private` says so. Links that differ for each subscriber are not followed, nor are those to hosts that
//! belong to nobody, such as `example.org`.
//!
//! # Why it matters
//!
//! A mail cannot be called back: a link that is broken when it is sent stays broken for every reader.
//!
//! # Example
//!
//! ```markdown
//! See the [report](https://www.iana.org/reprot).
//! ```
//!
//! # Instead
//!
//! ```markdown
//! See the [report](https://www.iana.org/report).
//! ```
//!
//! Where the page is gone for good, link to a copy in a web archive, or to another page.

use crate::check::online::Verdict;
use crate::check::{Check, Family, Finding, LeadsTo, OnlineScope, Rule};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-broken",
    severity: Severity::Error,
    family: Family::Links,
    source: include_str!("link_broken.rs"),
    limits: &[],
    check: Check::Online(check),
};

const OPEN_IT: &str = "open it in a browser, then mend the address or leave it out";

fn check(scope: &OnlineScope<'_>) -> Vec<Finding> {
    let verdicts = scope.verdicts();
    let broken = verdicts.filter_map(|(address, verdict)| {
        let (message, hint) = told(address.url, address.leads_to, verdict)?;
        Some(scope.written.finding(address.span, message).hinted(hint))
    });
    broken.collect()
}

/// What is wrong, and what to do; `None` where nothing is, or nobody can say.
fn told(url: &str, leads_to: LeadsTo, verdict: &Verdict) -> Option<(String, String)> {
    let what = match leads_to {
        LeadsTo::Page => "page",
        LeadsTo::Picture => "picture",
    };
    let (message, hint) = match verdict {
        Verdict::Gone { status, at } if is_same(at, url) => (
            format!("the {what} is not there: `{at}` answers {status}"),
            OPEN_IT,
        ),
        Verdict::Gone { status, at } => (
            format!("the {what} is not there: the address leads on to `{at}`, which answers {status}"),
            OPEN_IT,
        ),
        Verdict::NoSuchHost { host } => (
            format!("the {what} is not there: no host is called `{host}`"),
            "look for a misspelling in the host's name, and open it in a browser",
        ),
        Verdict::BadCertificate { host, fault } => (
            format!("browsers do not open the {what}: the certificate of `{host}` {fault}"),
            "tell those who run the site, or link to another page",
        ),
        _ => return None,
    };
    Some((message, hint.to_owned()))
}

/// Whether two addresses ask a server for the same.
fn is_same(asked: &str, written: &str) -> bool {
    let parsed = url::Url::parse(written);
    parsed.is_ok_and(|mut url| {
        url.set_fragment(None);
        url.as_str() == asked
    })
}
