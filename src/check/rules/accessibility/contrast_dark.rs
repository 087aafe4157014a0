//! # What it checks
//!
//! Text stands out from what is behind it on a dark screen, too. Where the template has rules for `prefers-color-scheme: dark`, the page is reckoned
//! with them, and needs the contrast that it needs in the light: 4.5 to 1, or 3 to 1 where letters are large (WCAG 2.2, success criterion 1.4.3).
//! Gmail and Outlook darken a page by methods of their own, of which only an approximation is tried: light backgrounds become dark, dark text becomes
//! light. As it is no more than that, a contrast of 3 to 1 is asked for there, and what falls short is told as information. What `contrast-light`
//! tells of is not told again.
//! The built-in template keeps to this, and is not looked at.
//!
//! # Why it matters
//!
//! Many readers keep their screens dark. A template that darkens the page and forgets a colour shows them black on black, and nobody in the
//! newsroom notices who reads in the light.
//!
//! # Example
//!
//! ```css
//! @media (prefers-color-scheme: dark) {
//!   .page { background-color: #111315 !important; }
//! }
//! ```
//!
//! # Instead
//!
//! ```css
//! @media (prefers-color-scheme: dark) {
//!   .page { background-color: #111315 !important; }
//!   .text, h1, h2 { color: #dfe2e4 !important; }
//! }
//! ```
//!
//! Each rule needs `!important`: styles are moved into the elements, where they would win.

use std::cell::LazyCell;

use crate::check::contrast::{FaintPair, Mode, faint_pairs, told};
use crate::check::{Check, Family, Finding, MessageScope, Rule};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "contrast-dark",
    severity: Severity::Warning,
    family: Family::Accessibility,
    source: include_str!("contrast_dark.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    if !scope.has_own("issue.html") {
        return Vec::new();
    }
    // Most pages have nothing faint in the dark, and nobody has to look at them in the light again.
    let light = LazyCell::new(|| faint_pairs(scope.dom(), Mode::Light));
    let is_new = |pair: &FaintPair| {
        let mut told = light.iter();
        !told.any(|light| light.words == pair.words && light.declared == pair.declared)
    };
    let mut findings = Vec::new();
    for mode in [Mode::OwnDark, Mode::ForcedDark] {
        let pairs = faint_pairs(scope.dom(), mode);
        for pair in pairs.iter().filter(|pair| is_new(pair)) {
            let finding = told(scope, pair, mode);
            findings.push(match mode {
                Mode::ForcedDark => finding.at(Severity::Info),
                _ => finding,
            });
        }
    }
    findings
}
