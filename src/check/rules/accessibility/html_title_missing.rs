//! # What it checks
//!
//! The page has a `<title>`, and it is no placeholder such as "Untitled".
//!
//! # Why it matters
//!
//! It is what a screen reader says first, and what a browser's tab says when a reader opens the mail on the web (WCAG 2.2, success criterion 2.4.2).
//! Filters take a mail without one for the work of a machine.
//!
//! # Example
//!
//! ```html
//! <title></title>
//! ```
//!
//! # Instead
//!
//! ```html
//! <title>{{ title_text }}</title>
//! ```
//!
//! The built-in template does.

use crate::check::{Check, Family, Finding, MessageScope, Rule, start_tag, template_place};
use crate::foundation::Severity;
use scraper::Selector;

/// What programs write where nobody wrote a title.
const PLACEHOLDERS: [&str; 6] = [
    "untitled",
    "untitled document",
    "document",
    "title",
    "email",
    "page title",
];

pub(in crate::check) const RULE: Rule = Rule {
    name: "html-title-missing",
    severity: Severity::Warning,
    family: Family::Accessibility,
    source: include_str!("html_title_missing.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    let Ok(selector) = Selector::parse("head > title") else {
        return Vec::new();
    };
    let title = scope.dom().select(&selector).next();
    let said: String = title.into_iter().flat_map(|title| title.text()).collect();
    let said = said.trim();
    let message = if title.is_none() {
        "the page has no `<title>`".to_owned()
    } else if said.is_empty() {
        "the page's `<title>` is empty".to_owned()
    } else if PLACEHOLDERS.iter().any(|word| said.eq_ignore_ascii_case(word)) {
        format!("the page's `<title>` is `{said}`, whatever the issue")
    } else {
        return Vec::new();
    };
    let place = template_place(scope, |text| start_tag(text, "title", |_| true));
    vec![
        Finding::new(place, message).hinted("write `<title>{{ title_text }}</title>` in the template's head"),
    ]
}
