//! # What it checks
//!
//! Links with the same text, of two words or more, lead to the same place. Texts that say nothing at all (`click here`) are another rule's matter.
//!
//! # Why it matters
//!
//! In a list of a mail's links, which is how many people who listen find their way, two that are called `a new report` cannot be told apart (WCAG 2.2,
//! success criterion 2.4.4).
//!
//! # Example
//!
//! ```markdown
//! On ports there is [a new report](https://example.org/ports), on roads [a new report](https://example.org/roads).
//! ```
//!
//! # Instead
//!
//! ```markdown
//! The [report on ports](https://example.org/ports) and the [report on roads](https://example.org/roads) are out.
//! ```

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::check::addresses::{folded_text, is_generic, place_of};
use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::Severity;
use crate::issue::{LinkKind, ProseLink};

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-text-ambiguous",
    severity: Severity::Info,
    family: Family::Links,
    source: include_str!("link_text_ambiguous.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let mut first: HashMap<String, (&ProseLink, bool)> = HashMap::new();
    let mut findings = Vec::new();
    for link in &scope.prose().links {
        // What stands in one word (a name, `paper`, `#4`) is told apart by the item that it stands in.
        let is_word = |text: &str| !text.contains(char::is_whitespace);
        if link.kind == LinkKind::Bare || link.has_image || is_word(&link.text) {
            continue;
        }
        let folded = folded_text(&link.text);
        if is_word(&folded) {
            continue;
        }
        let is_generic = |folded: &str| is_generic(folded, scope);
        let (other, is_told) = match first.entry(folded) {
            Entry::Vacant(entry) => {
                entry.insert((link, false));
                continue;
            }
            Entry::Occupied(entry) if is_generic(entry.key()) => continue,
            Entry::Occupied(entry) => entry.into_mut(),
        };
        if *is_told || place_of(&other.url) == place_of(&link.url) {
            continue;
        }
        *is_told = true;
        let line = scope.draft.source.position(other.text_span.start).line;
        let message = format!(
            "`{}` leads elsewhere than the link of the same text in line {line}",
            link.text
        );
        let finding = scope.finding(link.text_span, message);
        findings.push(finding.hinted("say in each text what is found there"));
    }
    findings
}
