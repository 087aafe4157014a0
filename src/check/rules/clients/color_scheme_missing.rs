//! # What it checks
//!
//! The page's head says for which color schemes it was made: `<meta name="color-scheme" content="light dark">`.
//!
//! # Why it matters
//!
//! Apple Mail shows a page's own dark colors only where this stands; without it, it turns some pages dark by itself, and black letters on a transparent
//! picture are gone.
//!
//! # Example
//!
//! ```html
//! <head><title>{{ title_text }}</title></head>
//! ```
//!
//! # Instead
//!
//! ```html
//! <head>
//! <meta name="color-scheme" content="light dark">
//! <meta name="supported-color-schemes" content="light dark">
//! ```
//!
//! A page that was made for light alone says `content="light only"`. The built-in template does both.

use crate::check::{Check, Family, Finding, MessageScope, Rule, start_tag, template_place};
use crate::foundation::Severity;
use scraper::Selector;

pub(in crate::check) const RULE: Rule = Rule {
    name: "color-scheme-missing",
    severity: Severity::Info,
    family: Family::Clients,
    source: include_str!("color_scheme_missing.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    let says_so = "meta[name=\"color-scheme\" i][content], meta[name=\"supported-color-schemes\" i][content]";
    let Ok(selector) = Selector::parse(says_so) else {
        return Vec::new();
    };
    if scope.dom().select(&selector).next().is_some() {
        return Vec::new();
    }
    let place = template_place(scope, |text| start_tag(text, "head", |_| true));
    let finding = Finding::new(
        place,
        "the page does not say whether it was made for dark screens",
    );
    vec![finding.hinted("write `<meta name=\"color-scheme\" content=\"light dark\">` in the template's head")]
}
