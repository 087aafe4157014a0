//! # What it checks
//!
//! The HTML part and the text part each show the `postal_address` of digest.yaml. Line ends, commas and capitals may differ.
//!
//! # Why it matters
//!
//! CAN-SPAM and CASL demand the address in the mail itself, and whoever reads the text part reads a mail too.
//!
//! # Example
//!
//! A template of one's own with a footer that has only the link to unsubscribe.
//!
//! # Instead
//!
//! ```html
//! <p>{{ publication.postal_address }}</p>
//! ```

use crate::check::{Check, Family, Finding, MessageScope, Rule, squashed};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "postal-address-not-shown",
    severity: Severity::Warning,
    family: Family::Law,
    source: include_str!("postal_address_not_shown.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    let address = scope.written.config.postal_address.as_ref();
    let Some(address) = address.filter(|_| scope.has_own_templates()) else {
        return Vec::new();
    };
    let parts: Vec<String> = address.split(['\n', ',']).map(squashed).collect();
    let shows = |text: &str| {
        let text = squashed(text);
        parts.iter().all(|part| text.contains(part.as_str()))
    };
    let shown = [
        (shows(&scope.page().text), "HTML", "issue.html"),
        (shows(&scope.copy.text), "text", "issue.txt"),
    ];
    let missing = shown.into_iter().filter(|(shown, ..)| !shown);
    let findings = missing.map(|(_, part, template)| {
        let message = format!("the {part} part does not show the postal address");
        let finding = Finding::new(scope.template(template), message);
        finding.hinted("put `{{ publication.postal_address }}` into the template's footer")
    });
    findings.collect()
}
