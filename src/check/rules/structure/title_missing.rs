//! # What it checks
//!
//! The draft has a title: a first heading with one `#`.
//!
//! # Why it matters
//!
//! The title heads the lead article, and it is the mail's subject where the front matter gives no other. A mail without a subject is taken for
//! spam by people and by filters (SpamAssassin's `MISSING_SUBJECT`).
//!
//! # Example
//!
//! ```markdown
//! ---
//! id: 2019-02-05-caspian-crossroads
//! ---
//! Dear reader, …
//! ```
//!
//! # Instead
//!
//! Begin the lead article with a line `# Its title`.

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, Span};

pub(in crate::check) const RULE: Rule = Rule {
    name: "title-missing",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("title_missing.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let hint = "begin the lead article with a line `# Its title`";
    match &scope.draft.title {
        None => vec![
            scope
                .finding(first_words(scope), "the draft has no title")
                .hinted(hint),
        ],
        Some(title) if title.text.is_empty() => {
            vec![scope.finding(title.span, "the title is empty").hinted(hint)]
        }
        Some(_) => Vec::new(),
    }
}

/// The first line with text after the front matter.
fn first_words(scope: &DraftScope<'_>) -> Span {
    let text = scope.text();
    let from = scope.draft.front.span.map_or(0, |front| front.end);
    let start = text.len() - text[from..].trim_start().len();
    scope.first_line(Span::new(start, text.len()))
}
