//! # What it checks
//!
//! The page has one heading of the first level, `<h1>`.
//!
//! # Why it matters
//!
//! It says what the mail is, and is where one who listens begins (WCAG 2.2, technique G141). With two, which of them?
//!
//! # Example
//!
//! ```html
//! <p class="headline">{{ title }}</p>
//! ```
//!
//! # Instead
//!
//! ```html
//! <h1 class="headline">{{ title }}</h1>
//! ```
//!
//! The built-in template does.

use crate::check::{Check, Family, Finding, MessageScope, Rule, start_tag, template_place};
use crate::foundation::{Severity, plural};
use scraper::Selector;

pub(in crate::check) const RULE: Rule = Rule {
    name: "html-h1-count",
    severity: Severity::Warning,
    family: Family::Accessibility,
    source: include_str!("html_h1_count.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    let Ok(selector) = Selector::parse("h1") else {
        return Vec::new();
    };
    let count = scope.dom().select(&selector).count();
    let (message, hint) = match count {
        1 => return Vec::new(),
        0 => (
            "the page has no `<h1>`".to_owned(),
            "write `<h1>{{ title }}</h1>` in the template",
        ),
        _ => (
            format!("the page has {}", plural(count, "`<h1>`")).replace("`s", "`"),
            "keep it for the issue's title, and make the others `<h2>` or `<p>`",
        ),
    };
    let place = template_place(scope, |text| start_tag(text, "h1", |_| true));
    vec![Finding::new(place, message).hinted(hint)]
}
