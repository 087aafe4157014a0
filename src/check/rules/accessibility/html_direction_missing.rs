//! # What it checks
//!
//! A page in a language that is written from right to left says so: `dir="rtl"`.
//!
//! # Why it matters
//!
//! Without it lines begin at the wrong side, and full stops stand before the sentence they end.
//!
//! # Example
//!
//! ```html
//! <html lang="ar">
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
use crate::render::direction;

pub(in crate::check) const RULE: Rule = Rule {
    name: "html-direction-missing",
    severity: Severity::Warning,
    family: Family::Accessibility,
    source: include_str!("html_direction_missing.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    let dom = scope.dom();
    let root = dom.root_element();
    let says_so = |attributes: Option<&str>| attributes.is_some_and(|dir| dir.eq_ignore_ascii_case("rtl"));
    let body = root.child_elements().find(|child| child.value().name() == "body");
    let is_rtl = says_so(root.attr("dir")) || body.is_some_and(|body| says_so(body.attr("dir")));
    if is_rtl || direction(&scope.edition.language) != "rtl" {
        return Vec::new();
    }
    let place = template_place(scope, |text| start_tag(text, "html", |_| true));
    let message = format!(
        "the page does not say that `{}` is written from right to left",
        scope.edition.language
    );
    vec![
        Finding::new(place, message)
            .hinted("write `<html lang=\"{{ language }}\" dir=\"{{ direction }}\">` in the template"),
    ]
}
