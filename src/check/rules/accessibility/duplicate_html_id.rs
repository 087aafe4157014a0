//! # What it checks
//!
//! No two elements of the page have the same `id`.
//!
//! # Why it matters
//!
//! A link to a part of the page leads to the first that is called so, and a screen reader ties labels to the wrong element.
//!
//! # Example
//!
//! Two sections, `## What's new` and `## What’s new?`: both are called `what-s-new`.
//!
//! # Instead
//!
//! Give one of them another heading, or name the sections in digest.yaml, each with its own `id`.

use crate::check::{Check, Family, Finding, MessageScope, Rule, start_tag, template_place};
use crate::foundation::{Location, Severity};
use scraper::{ElementRef, Selector};
use std::collections::BTreeMap;

pub(in crate::check) const RULE: Rule = Rule {
    name: "duplicate-html-id",
    severity: Severity::Warning,
    family: Family::Accessibility,
    source: include_str!("duplicate_html_id.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    let Ok(selector) = Selector::parse("[id]") else {
        return Vec::new();
    };
    let mut counts: BTreeMap<&str, (usize, ElementRef<'_>)> = BTreeMap::new();
    for element in scope.dom().select(&selector) {
        if let Some(id) = element.value().id().filter(|id| !id.trim().is_empty()) {
            let known = counts.entry(id).or_insert((0, element));
            *known = (known.0 + 1, element);
        }
    }
    let repeated = counts.into_iter().filter(|(_, (count, _))| *count > 1);
    repeated
        .map(|(id, (_, last))| {
            let finding = Finding::new(place(scope, id, last), format!("`{id}` is the `id` of two elements"));
            finding.hinted("give one of them another; a section's is made from its heading where digest.yaml does not name it")
        })
        .collect()
}

/// The draft's heading that the `id` was made from, else the template's element.
fn place(scope: &MessageScope<'_>, id: &str, element: ElementRef<'_>) -> Location {
    let said: String = element.text().collect();
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let sections = scope.written.draft.sections.iter().rev();
    let heading = sections
        .map(|section| &section.heading)
        .find(|heading| heading.text == said);
    match heading {
        Some(heading) => scope.written.location(heading.span),
        None => template_place(scope, |text| {
            let (one, two) = (
                format!("id=\"{}\"", id.to_ascii_lowercase()),
                format!("id='{}'", id.to_ascii_lowercase()),
            );
            start_tag(text, element.value().name(), |tag| {
                tag.contains(&one) || tag.contains(&two)
            })
        }),
    }
}
