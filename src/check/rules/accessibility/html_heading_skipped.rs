//! # What it checks
//!
//! A heading that the template writes is at most one level deeper than the one above it.
//!
//! # Why it matters
//!
//! Who listens to a mail goes from heading to heading, and a level left out sounds like a part left out (WCAG 2.2, technique H42). A template is the
//! place for looks: a smaller heading needs no deeper level.
//!
//! # Example
//!
//! ```html
//! <h1>{{ title }}</h1>
//! <h3>In this issue</h3>
//! ```
//!
//! # Instead
//!
//! ```html
//! <h1>{{ title }}</h1>
//! <h2 style="font-size: 17px">In this issue</h2>
//! ```
//!
//! Of the headings in the draft `heading-level-skipped` speaks.

use crate::check::{Check, Family, Finding, MessageScope, Rule, start_tag, template_place};
use crate::foundation::Severity;
use crate::issue::{ABSENT, Prose};
use scraper::Selector;

pub(in crate::check) const RULE: Rule = Rule {
    name: "html-heading-skipped",
    severity: Severity::Warning,
    family: Family::Accessibility,
    source: include_str!("html_heading_skipped.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    let Ok(selector) = Selector::parse("h1, h2, h3, h4, h5, h6") else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    let mut last = None;
    for heading in scope.dom().select(&selector) {
        let level = heading.value().name().as_bytes()[1] - b'0';
        let said: String = heading.text().collect();
        if let Some(above) = last
            && level > above + 1
            && !is_written(scope.written.prose(), &said)
        {
            let element = format!("h{level}");
            let place = template_place(scope, |text| start_tag(text, &element, |_| true));
            let message = format!(
                "the template's heading `{}` jumps from `<h{above}>` to `<h{level}>`",
                said.trim()
            );
            findings.push(Finding::new(place, message).hinted(format!("make it `<h{}>`", above + 1)));
        }
        last = Some(level);
    }
    findings
}

/// Whether a heading is one of the draft's.
fn is_written(prose: &Prose, said: &str) -> bool {
    let said = said.trim();
    let headings = prose.blocks.iter().filter(|block| block.is_heading());
    headings
        .map(|block| {
            block
                .text
                .split(ABSENT)
                .max_by_key(|part| part.len())
                .unwrap_or_default()
        })
        .any(|text| said.contains(text.trim()))
}
