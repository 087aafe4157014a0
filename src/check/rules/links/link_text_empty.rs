//! # What it checks
//!
//! Every link has a text. One with a picture in it has the picture's description, and is another rule's matter.
//!
//! # Why it matters
//!
//! Nobody sees the link, and nobody can click it; whoever listens to the mail hears its address letter by letter.
//!
//! # Example
//!
//! ```markdown
//! The report is out. [](https://example.org/report)
//! ```
//!
//! # Instead
//!
//! ```markdown
//! The [report](https://example.org/report) is out.
//! ```

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::Severity;
use crate::issue::LinkKind;

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-text-empty",
    severity: Severity::Warning,
    family: Family::Links,
    source: include_str!("link_text_empty.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let links = scope.prose().links.iter();
    // Where the text is a slot or code, it has a place of its own.
    let empty = links.filter(|link| link.text.is_empty() && link.text_span == link.span && !link.has_image);
    empty
        .filter(|link| link.kind != LinkKind::Bare && !link.url.is_empty())
        .map(|link| {
            let finding = scope.finding(link.span, "the link has no text, so nobody sees it");
            finding.hinted("write what is found there between `[` and `]`, or take the link out")
        })
        .collect()
}
