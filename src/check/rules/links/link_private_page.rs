//! # What it checks
//!
//! No link leads to what only its writer can open: a mailbox, a page for editing (`wp-admin`, `docs.google.com/forms/…/edit`), a preview of what is not published, a
//! file on one's own disk.
//!
//! # Why it matters
//!
//! Readers meet a form that asks who they are; or, where the page lets them in, they can change it.
//!
//! # Example
//!
//! ```markdown
//! Tell us what you think [in our form](https://docs.google.com/forms/d/1a2b3c/edit).
//! ```
//!
//! # Instead
//!
//! ```markdown
//! Tell us what you think [in our form](https://docs.google.com/forms/d/e/1a2b3c/viewform).
//! ```
//!
//! The address that others can open is the one that a site gives under *Share* or *Publish*, not the one in your browser's bar. A link that a site made for
//! sharing (`usp=sharing`) is not reported.

use crate::check::addresses::{WebAddress, is_file_path, parameters, placed_or_all};
use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, Span};
use crate::issue::ProseLink;

/// Hosts that show everyone something of their own.
const OWN: [&str; 12] = [
    "mail.google.com",
    "outlook.live.com",
    "outlook.office.com",
    "outlook.office365.com",
    "mail.yahoo.com",
    "web.whatsapp.com",
    "web.telegram.org",
    "analytics.google.com",
    "studio.youtube.com",
    "myaccount.google.com",
    "app.mailjet.com",
    "mail.proton.me",
];
/// Paths of pages for those who make a site.
const MAKERS: [&str; 4] = ["/wp-admin/", "/wp-login.php", "/publish/post/", "/ghost/#/"];
/// Parameters of a page that is not published yet.
const PREVIEW: [&str; 3] = ["preview", "preview_id", "preview_nonce"];

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-private-page",
    severity: Severity::Warning,
    family: Family::Links,
    source: include_str!("link_private_page.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let links = scope.prose().links.iter().zip(scope.web_addresses());
    links
        .filter_map(|(link, address)| on_disk(scope, link).or_else(|| in_link(scope, link, (*address)?)))
        .collect()
}

fn on_disk(scope: &DraftScope<'_>, link: &ProseLink) -> Option<Finding> {
    if !is_file_path(&link.url) {
        return None;
    }
    let place = placed_or_all(link, Span::new(0, link.url.len()), scope.text());
    let finding = scope
        .finding(place, "the link leads to a file on somebody's own disk")
        .at(Severity::Error);
    Some(finding.hinted("put the file on a web server, and write its `https://` address"))
}

fn in_link(scope: &DraftScope<'_>, link: &ProseLink, address: WebAddress<'_>) -> Option<Finding> {
    let name = address.name();
    let path = address.path.of(address.url);
    let finding = |part: Span, message: String| {
        let finding = scope.finding(placed_or_all(link, part, scope.text()), message);
        finding.hinted("write the address that the site gives under `Share` or `Publish`, and open it where you are not logged in")
    };
    let is_own = OWN.contains(&&*name) || name.ends_with(".admin.mailchimp.com");
    // The front door of a service is a page for everyone.
    if is_own && address.tail().len() > 1 {
        return Some(finding(
            address.host,
            format!("`{name}` shows everyone only what is their own"),
        ));
    }
    let tail = address.tail();
    let mut slashes = memchr::memchr_iter(b'/', tail.as_bytes());
    if let Some(at) = slashes.find(|at| MAKERS.iter().any(|path| tail[*at..].starts_with(path))) {
        let part = Span::new(address.path.start + at, address.url.len());
        return Some(finding(
            part,
            "the link leads to a page for those who make the site".to_owned(),
        ));
    }
    let preview = parameters(&address).find(|parameter| {
        PREVIEW.contains(&parameter.name) && !matches!(parameter.value, "" | "0" | "false")
    });
    if let Some(preview) = preview {
        let message = format!(
            "`{}` shows a page that is not published yet",
            preview.span.of(address.url)
        );
        return Some(finding(preview.span, message));
    }
    if name != "docs.google.com" {
        return None;
    }
    let at = path
        .find("/edit")
        .filter(|at| matches!(&path[at + 5..], "" | "/"));
    let is_form = path.starts_with("/forms/");
    let shared =
        parameters(&address).any(|parameter| parameter.name == "usp" && parameter.value.contains("shar"));
    if let Some(at) = at.filter(|_| is_form || !shared) {
        let part = Span::new(address.path.start + at, address.path.start + at + 5);
        let severity = if is_form {
            Severity::Warning
        } else {
            Severity::Info
        };
        return Some(finding(part, "the link opens a page for editing".to_owned()).at(severity));
    }
    None
}
