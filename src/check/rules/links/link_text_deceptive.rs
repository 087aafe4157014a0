//! # What it checks
//!
//! Where the text of a link is an address itself, the link leads there: to the same registered domain (by the public suffix list), or to the
//! same mailbox. A text without `https://`, `www.` or a `/` is taken for a name, not for an address.
//!
//! # Why it matters
//!
//! A text that shows one address over a link to another is the mark of a phishing mail. Mail programs warn of it, and filters count it: SpamAssassin has
//! tests for it, and `ClamAV` reports the mail as an attempt at fraud.
//!
//! # Example
//!
//! ```markdown
//! Write to us at [www.example.org](https://example.net/contact).
//! ```
//!
//! # Instead
//!
//! ```markdown
//! Write to us [through our form](https://example.net/contact).
//! ```
//!
//! An address of a shortener, of `doi.org` or of an archive is known to lead elsewhere and is not reported.

use crate::check::addresses::{
    WebAddress, has_known_ending, has_tag, is_shortener, placed_or_all, registrable,
};
use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Address, Severity, Span};
use crate::issue::{LinkKind, ProseLink};

/// Domains that are one site.
const SAME: [&[&str]; 6] = [
    &["youtube.com", "youtu.be", "youtube-nocookie.com"],
    &["twitter.com", "x.com", "t.co"],
    &["t.me", "telegram.me", "telegram.org"],
    &["facebook.com", "fb.com", "fb.me"],
    &["google.com", "forms.gle", "g.co", "goo.gle"],
    &["discord.com", "discord.gg", "discordapp.com"],
];
/// Domains whose business it is to lead to others, or to keep copies of them.
const BETWEEN: [&str; 6] = [
    "doi.org",
    "handle.net",
    "purl.org",
    "w3id.org",
    "archive.org",
    "archive.ph",
];

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-text-deceptive",
    severity: Severity::Error,
    family: Family::Links,
    source: include_str!("link_text_deceptive.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let links = scope.prose().links.iter();
    let named = links.filter(|link| link.kind != LinkKind::Bare && !has_tag(&link.url));
    named
        .filter_map(|link| page(scope, link).or_else(|| mailbox(scope, link)))
        .collect()
}

fn page(scope: &DraftScope<'_>, link: &ProseLink) -> Option<Finding> {
    let shown = shown_host(&link.text)?;
    let address = WebAddress::of(&link.url)?;
    let name = address.name();
    let (seen, real) = (registrable(&shown), registrable(&name));
    let is_one = seen == real
        || SAME
            .iter()
            .any(|site| site.contains(&seen) && site.contains(&real));
    let is_between = is_shortener(&shown) || BETWEEN.contains(&seen) || BETWEEN.contains(&real);
    // What has no known ending is no address, and another rule's matter.
    if is_one || is_between || !has_known_ending(&name) {
        return None;
    }
    let message = format!("the text shows an address of `{seen}`, but the link leads to `{real}`");
    let finding = scope.finding(link.text_span, message);
    Some(
        finding.hinted(
            "write what the reader finds there instead of an address, or correct the one that is wrong",
        ),
    )
}

fn mailbox(scope: &DraftScope<'_>, link: &ProseLink) -> Option<Finding> {
    let to = link
        .url
        .get(..7)
        .filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"))?;
    let real = Address::parse(link.url[to.len()..].split('?').next()?).ok()?;
    let shown = Address::parse(&link.text).ok()?;
    if shown.canonical() == real.canonical() {
        return None;
    }
    let message = format!("the text shows `{shown}`, but the link writes to `{real}`");
    let place = placed_or_all(link, Span::new(to.len(), link.url.len()), scope.text());
    Some(
        scope
            .finding(place, message)
            .hinted("write the same address in both places"),
    )
}

/// The host of a text that is an address, in small letters.
fn shown_host(text: &str) -> Option<String> {
    if text.contains(char::is_whitespace) || text.starts_with('@') {
        return None;
    }
    let whole;
    let url = if text.contains("://") {
        text
    } else if text.starts_with("www.")
        || (text.contains('/') && !text.contains(|c: char| c.is_ascii_uppercase()))
    {
        whole = format!("https://{text}");
        &whole
    } else {
        return None;
    };
    let address = WebAddress::of(url)?;
    let name = address.name();
    let is_host =
        address.user.is_none() && name.contains('.') && !name.contains(['…', '*']) && has_known_ending(&name);
    is_host.then(|| name.into_owned())
}
