//! # What it checks
//!
//! No link shows an address of more than 60 characters as its text.
//!
//! # Why it matters
//!
//! A long address breaks lines where they should not break, and whoever has the mail read to them hears every letter of it.
//!
//! # Example
//!
//! ```markdown
//! The report: https://www.example.org/publications/2019/02/05/reports/caspian-ports-and-their-queues.html
//! ```
//!
//! # Instead
//!
//! ```markdown
//! The [report on ports and their queues](https://www.example.org/publications/2019/02/05/reports/caspian-ports-and-their-queues.html)
//! ```
//!
//! A short address, such as one that readers are to remember, may stand as it is.

use crate::check::{Check, DraftScope, Family, Finding, Limit, Rule};
use crate::foundation::Severity;

const CHARACTERS: Limit = Limit {
    rule: "link-text-bare-url",
    key: "characters",
    usual: 60,
    says: "the most characters of an address that is shown",
};

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-text-bare-url",
    severity: Severity::Info,
    family: Family::Links,
    source: include_str!("link_text_bare_url.rs"),
    limits: &[CHARACTERS],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let most = scope.limit(CHARACTERS);
    let links = scope.prose().links.iter();
    let shown = links.filter(|link| link.text.contains("://") && !link.text.contains(char::is_whitespace));
    shown
        .map(|link| (link, link.text.chars().count()))
        .filter(|(_, length)| *length > most)
        .map(|(link, length)| {
            let message = format!("readers see an address of {length} characters");
            let finding = scope.finding(link.text_span, message);
            finding.hinted("write what is there as the link's text: `[text](address)`")
        })
        .collect()
}
