//! # What it checks
//!
//! The HTML part, filled for the subscriber with the longest values, has no more than 90 KiB, where it is a warning; from 102,400 bytes on it is an
//! error.
//!
//! # Why it matters
//!
//! Gmail shows some 102 KB of a message's HTML, and behind that a link to the rest (measured by spamresource.com in January 2022, whatever the
//! transfer encoding). What is cut off is the end: the last section, and the link to unsubscribe, which has to be seen.
//!
//! # Example
//!
//! An issue of fifteen long articles.
//!
//! # Instead
//!
//! Put the articles on the web, and their first paragraphs with a link into the mail.

use crate::check::{Check, Family, Finding, Limit, MessageScope, Rule};
use crate::foundation::{Severity, grouped};

/// From here on it is close.
const WARN: Limit = Limit {
    rule: "html-clipped",
    key: "warn_bytes",
    usual: 90 * 1024,
    says: "the most bytes of the HTML part that pass without a warning",
};
/// From here on it is cut.
const CLIPPED: Limit = Limit {
    rule: "html-clipped",
    key: "error_bytes",
    usual: 102_400,
    says: "the bytes of the HTML part from which on Gmail cuts",
};

pub(in crate::check) const RULE: Rule = Rule {
    name: "html-clipped",
    severity: Severity::Warning,
    family: Family::Message,
    source: include_str!("html_clipped.rs"),
    limits: &[WARN, CLIPPED],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    let bytes = scope.copy.html.len();
    if bytes <= scope.written.limit(WARN) {
        return Vec::new();
    }
    let written = scope.written;
    let shown = grouped(bytes);
    let clipped = scope.written.limit(CLIPPED);
    let finding = if bytes >= clipped {
        let message = format!(
            "the HTML has {shown} bytes, and Gmail cuts it off after {}",
            grouped(clipped)
        );
        written.finding(written.head(), message).at(Severity::Error)
    } else {
        let message = format!(
            "the HTML has {shown} bytes; from {} on Gmail cuts it off",
            grouped(clipped)
        );
        written.finding(written.head(), message)
    };
    vec![finding.hinted("shorten the issue, or put whole articles on the web and link to them")]
}
