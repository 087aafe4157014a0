//! # What it checks
//!
//! Every picture of the template has an `alt`, be it an empty one.
//!
//! # Why it matters
//!
//! Without it, a screen reader reads the picture's address. With `alt=""` it passes a picture over that says nothing, a line or a corner; a logo is
//! called by its name (WCAG 2.2, technique H37).
//!
//! # Example
//!
//! ```html
//! <img src="https://example.org/logo.png" width="120">
//! ```
//!
//! # Instead
//!
//! ```html
//! <img src="https://example.org/logo.png" width="120" alt="Eurasia Weekly">
//! ```

use crate::check::{Check, Family, Finding, MessageScope, Rule, start_tag, template_place};
use crate::foundation::{Severity, plural};
use scraper::Selector;

pub(in crate::check) const RULE: Rule = Rule {
    name: "html-image-without-alt",
    severity: Severity::Warning,
    family: Family::Accessibility,
    source: include_str!("html_image_without_alt.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    let Ok(selector) = Selector::parse("img:not([alt])") else {
        return Vec::new();
    };
    let count = scope.dom().select(&selector).count();
    if count == 0 {
        return Vec::new();
    }
    let place = template_place(scope, |text| start_tag(text, "img", |tag| !tag.contains("alt")));
    let message = match count {
        1 => "a picture of the template has no `alt`".to_owned(),
        _ => format!("{} of the template have no `alt`", plural(count, "picture")),
    };
    vec![
        Finding::new(place, message)
            .hinted("write `alt=\"…\"` with what it shows, or `alt=\"\"` where it only adorns"),
    ]
}
