//! # What it checks
//!
//! A link that opens a letter names an address that mail can be sent to, and what it fills in (subject, text) is written as RFC 6068 has it: `%20` for a space, `&`
//! between two of them, no line end outside the text.
//!
//! # Why it matters
//!
//! The letter comes back, or goes to somebody else, and the reader is not told why. A line end in a subject can start a header of its own.
//!
//! # Example
//!
//! ```markdown
//! [Write to us](mailto:editors@example,org?subject=A+letter).
//! ```
//!
//! # Instead
//!
//! ```markdown
//! [Write to us](mailto:editors@example.org?subject=A%20letter).
//! ```

use crate::check::addresses::{has_tag, placed_or_all};
use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Address, Severity, Span};
use crate::issue::ProseLink;

/// The fields that mail programs take from a link (RFC 6068 section 2 and 4).
const FIELDS: [&str; 6] = ["subject", "body", "cc", "bcc", "to", "in-reply-to"];

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-mailto-malformed",
    severity: Severity::Error,
    family: Family::Links,
    source: include_str!("link_mailto_malformed.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let links = scope.prose().links.iter().filter(|link| !has_tag(&link.url));
    links.filter_map(|link| in_link(scope, link)).collect()
}

fn in_link(scope: &DraftScope<'_>, link: &ProseLink) -> Option<Finding> {
    let url = link.url.as_str();
    let place = |part: Span| placed_or_all(link, part, scope.text());
    let Some(start) = after_scheme(url) else {
        let is_address = !url.contains([':', '/']) && Address::parse(url).is_ok();
        return is_address.then(|| {
            let finding = scope.finding(
                place(Span::new(0, url.len())),
                format!("`{url}` is an address of mail, and not of a page"),
            );
            finding.hinted(format!("write `mailto:{url}`"))
        });
    };
    let end = url.find('?').unwrap_or(url.len());
    let query = Span::new((end + 1).min(url.len()), url.len());
    let to = Span::new(start, end);
    if let Some(message) = wrong_address(to.of(url), query.of(url)) {
        let finding = scope.finding(place(to), message);
        return Some(
            finding.hinted("write `mailto:` and then the address, as in `mailto:editors@example.org`"),
        );
    }
    wrong_field(url, query)
        .map(|(part, message, severity, hint)| scope.finding(place(part), message).at(severity).hinted(hint))
}

/// Where the address begins; `None` where it is none of mail.
fn after_scheme(url: &str) -> Option<usize> {
    let scheme = url.get(.."mailto:".len())?;
    scheme.eq_ignore_ascii_case("mailto:").then_some(scheme.len())
}

fn wrong_address(to: &str, query: &str) -> Option<String> {
    if to.is_empty() {
        // A letter to nobody yet: "forward to a friend".
        let is_meant = query.split('&').any(|field| !field.is_empty());
        return (!is_meant).then(|| "the link opens a letter to nobody".to_owned());
    }
    to.split(',').find_map(|one| {
        let one = decoded(one);
        let error = Address::parse(&one).err()?;
        Some(format!("`{one}` cannot be written to: {error}"))
    })
}

fn wrong_field(url: &str, query: Span) -> Option<(Span, String, Severity, &'static str)> {
    let mut at = query.start;
    for field in query.of(url).split('&') {
        let span = Span::new(at, at + field.len());
        at = span.end + 1;
        let (name, value) = field.split_once('=').unwrap_or((field, ""));
        let lower = name.to_ascii_lowercase();
        let text = decoded(value);
        if lower != "body" && text.contains(['\r', '\n']) {
            let message = format!("a line end stands in `{name}`");
            return Some((
                span,
                message,
                Severity::Error,
                "write it in one line; only `body` may have several",
            ));
        }
        if let Some(second) = value.find('?').filter(|second| is_field(&value[second + 1..])) {
            let sign = span.start + name.len() + 1 + second;
            let message = "a second `?` stands in the link to a letter".to_owned();
            return Some((
                Span::new(sign, sign + 1),
                message,
                Severity::Error,
                "write `&` between two fields",
            ));
        }
        let is_plus = matches!(lower.as_str(), "subject" | "body")
            && value.contains('+')
            && !value.contains("%20")
            && !value.contains(' ');
        if is_plus && value.split('+').filter(|word| !word.is_empty()).count() > 1 {
            let message = format!("mail programs show the `+` in `{name}` as it is");
            return Some((span, message, Severity::Warning, "write `%20` for each space"));
        }
    }
    None
}

fn is_field(text: &str) -> bool {
    let name = text.split('=').next().unwrap_or_default().to_ascii_lowercase();
    text.contains('=') && FIELDS.contains(&name.as_str())
}

/// A text with its `%20` and their like as what they stand for.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        let code = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        decoded.push(code.unwrap_or(bytes[at]));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}
