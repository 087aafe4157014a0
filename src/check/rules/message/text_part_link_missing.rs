//! # What it checks
//!
//! Every web and mail address that the HTML part links to stands in the text part too.
//!
//! # Why it matters
//!
//! Who reads the text part can go nowhere without it.
//!
//! # Example
//!
//! A template `issue.txt` of one's own that has the lead and the sections, and not `{{ footnotes }}`, where the addresses are listed.
//!
//! # Instead
//!
//! ```text
//! {{ footnotes }}
//! ```

use std::collections::BTreeSet;

use crate::check::{Check, Family, Finding, MessageScope, Rule};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "text-part-link-missing",
    severity: Severity::Warning,
    family: Family::Message,
    source: include_str!("text_part_link_missing.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    if !scope.has_own_templates() {
        return Vec::new();
    }
    let text = plain(&scope.copy.text);
    let copy = &scope.copy.links;
    let own: Vec<&str> = [&copy.url, &copy.mailto]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    // The way out is for `unsubscribe-link-not-shown` to look at.
    let links = scope
        .page()
        .links
        .iter()
        .map(|link| link.href.as_str())
        .filter(|href| !own.contains(href));
    let mut seen = BTreeSet::new();
    let missing: Vec<&str> = links
        .filter(|href| seen.insert(*href) && !stands_in(href, &text))
        .collect();
    let message = match missing[..] {
        [] => return Vec::new(),
        [one] => format!("the text part lacks a link of the HTML part: `{one}`"),
        [first, ..] => format!(
            "the text part lacks {} links of the HTML part; the first is `{first}`",
            missing.len()
        ),
    };
    let finding = Finding::new(scope.template("issue.txt"), message);
    vec![finding.hinted("put `{{ footnotes }}` into the template `issue.txt`, and what its footer links to")]
}

/// Whether an address stands in a text, be it without its scheme, as people write it.
fn stands_in(href: &str, text: &str) -> bool {
    let Some((scheme, rest)) = href.split_once(':') else {
        return true;
    };
    let address = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => rest.trim_start_matches('/'),
        "mailto" => rest.split('?').next().unwrap_or_default(),
        _ => return true,
    };
    text.contains(plain(address).trim_end_matches('/'))
}

/// An address or a text with what percent signs stand for, `&` for `&amp;` and no white space: the two parts write an address differently, and
/// a line of text may end in one.
fn plain(text: &str) -> String {
    let text = text.replace("&amp;", "&");
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let digits = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let byte = digits
            .and_then(|two| u8::from_str_radix(two, 16).ok())
            .filter(|_| *first == b'%');
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    let text = String::from_utf8_lossy(&bytes);
    text.split_whitespace().collect()
}
