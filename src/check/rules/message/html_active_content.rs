//! # What it checks
//!
//! Nothing in the HTML part would run or load a page of its own: no `<script>`, `<iframe>`, `<object>`, `<embed>` or `<applet>`, no `onclick` and the
//! like, no `javascript:` address, no page that moves on by itself.
//!
//! # Why it matters
//!
//! No mail program runs it. Gmail and others take it out, and many servers refuse the mail for it, as it is how mail attacks its readers.
//!
//! # Example
//!
//! ```html
//! <script src="https://news.example.org/count.js"></script>
//! ```
//!
//! # Instead
//!
//! Put what moves onto a web page, and link to it.

use scraper::node::Element;

use crate::check::{Check, Family, Finding, MessageScope, Rule};
use crate::foundation::Severity;

/// Elements that run something, or hold another page.
const ELEMENTS: [&str; 8] = [
    "applet", "embed", "frame", "frameset", "iframe", "object", "portal", "script",
];
/// Attributes that lead somewhere.
const ADDRESSES: [&str; 6] = ["action", "background", "formaction", "href", "src", "xlink:href"];
/// Addresses that run something.
const SCHEMES: [&str; 2] = ["javascript:", "vbscript:"];

pub(in crate::check) const RULE: Rule = Rule {
    name: "html-active-content",
    severity: Severity::Error,
    family: Family::Message,
    source: include_str!("html_active_content.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    if !scope.has_own_templates() {
        return Vec::new();
    }
    let elements = scope
        .dom()
        .tree
        .nodes()
        .filter_map(|node| node.value().as_element());
    let mut said: Vec<String> = elements.filter_map(active).collect();
    said.sort();
    said.dedup();
    let findings = said.into_iter().map(|said| {
        let message = format!("`{said}` runs in no mail program, and many servers refuse mail that holds it");
        let finding = Finding::new(scope.in_template("issue.html", &said), message);
        finding.hinted("take it out, and link to a page that does what it was to do")
    });
    findings.collect()
}

/// What of an element would run, as templates write it.
fn active(element: &Element) -> Option<String> {
    let name = element.name();
    if ELEMENTS.contains(&name) {
        return Some(format!("<{name}"));
    }
    if name == "meta"
        && element
            .attr("http-equiv")
            .is_some_and(|value| value.eq_ignore_ascii_case("refresh"))
    {
        return Some("http-equiv".to_owned());
    }
    element.attrs().find_map(|(attribute, value)| {
        let is_handler = attribute.len() > 4 && attribute.starts_with("on");
        if is_handler && attribute.bytes().all(|b| b.is_ascii_lowercase()) {
            return Some(format!("{attribute}="));
        }
        let value = value.trim_start().to_ascii_lowercase();
        let scheme = SCHEMES.iter().find(|scheme| value.starts_with(**scheme));
        scheme
            .filter(|_| ADDRESSES.contains(&attribute))
            .map(|scheme| (*scheme).to_owned())
    })
}
