//! # What it checks
//!
//! A draft can be read: it is there, and it is UTF-8 text.
//!
//! # Why it matters
//!
//! Text in UTF-16 or in an old encoding such as Windows-1251 cannot be told from damage. To guess would send letters that nobody wrote.
//!
//! # Example
//!
//! A draft that Notepad saved as "Unicode", or one that came out of a word processor of the nineties.
//!
//! # Instead
//!
//! Save the file as UTF-8. The finding's hint has a command that converts it.

use std::sync::Arc;

use crate::check::{Check, Family, Finding, Rule, Unread};
use crate::foundation::{Location, Severity, Source, Span};

pub(in crate::check) const RULE: Rule = Rule {
    name: "draft-unreadable",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("draft_unreadable.rs"),
    limits: &[],
    check: Check::UnreadDraft(check),
};

fn check(unread: &Unread) -> Vec<Finding> {
    // There is no text to point at: the finding speaks of the file.
    let source = Arc::new(Source::new(&unread.shown, ""));
    let finding = Finding::new(Location::new(&source, Span::at(0)), unread.line_and_reason().1);
    vec![finding.hinted_if(unread.failure.hints.first().cloned())]
}
