//! # What it checks
//!
//! No link's whole text is a phrase that would fit any link: `here`, `click here`, `read more`, and their like in German, French, Spanish,
//! Italian, Portuguese and Russian.
//!
//! # Why it matters
//!
//! People who skim read the links first, and people who listen can have all links of a mail listed: "here, here, more, here" tells them nothing (WCAG 2.2,
//! success criteria 2.4.4 and 2.4.9).
//!
//! # Example
//!
//! ```markdown
//! The ministry published its report. Read it [here](https://example.org/report).
//! ```
//!
//! # Instead
//!
//! ```markdown
//! The ministry published [its report](https://example.org/report).
//! ```

use crate::check::addresses::{folded_text, is_generic};
use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::Severity;
use crate::issue::LinkKind;

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-text-generic",
    severity: Severity::Info,
    family: Family::Links,
    source: include_str!("link_text_generic.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let links = scope.prose().links.iter();
    let generic = links.filter(|link| {
        link.kind != LinkKind::Bare && !link.has_image && is_generic(&folded_text(&link.text), scope)
    });
    generic
        .map(|link| {
            let message = format!("the link's text, `{}`, does not say where it leads", link.text);
            let finding = scope.finding(link.text_span, message);
            finding.hinted("let those words be the link that name what is there")
        })
        .collect()
}
