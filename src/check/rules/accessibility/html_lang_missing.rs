//! # What it checks
//!
//! The page's `<html>` says which language it is in.
//!
//! # Why it matters
//!
//! A screen reader chooses its voice by it: Kazakh read by an English voice is noise (WCAG 2.2, success criterion 3.1.1). Mail programs offer
//! translations by it.
//!
//! # Example
//!
//! ```html
//! <html>
//! ```
//!
//! # Instead
//!
//! ```html
//! <html lang="{{ language }}" dir="{{ direction }}">
//! ```
//!
//! The built-in template does.

use crate::check::{Check, Family, Finding, MessageScope, Rule, start_tag, template_place};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "html-lang-missing",
    severity: Severity::Warning,
    family: Family::Accessibility,
    source: include_str!("html_lang_missing.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    let root = scope.dom().root_element();
    let language = root.attr("lang").unwrap_or_default();
    if !language.trim().is_empty() {
        return Vec::new();
    }
    let place = template_place(scope, |text| start_tag(text, "html", |_| true));
    let finding = Finding::new(place, "the page does not say which language it is in");
    vec![finding.hinted("write `<html lang=\"{{ language }}\" dir=\"{{ direction }}\">` in the template")]
}
