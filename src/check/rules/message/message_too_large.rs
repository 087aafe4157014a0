//! # What it checks
//!
//! The whole message, as it is sent to the subscriber with the longest values, has no more than 10 MB, where it is a warning; above 25 MB it is an error.
//!
//! # Why it matters
//!
//! Gmail and Yahoo take messages of up to 25 MB, many servers no more than 10. A message that is too large comes back, from every reader.
//!
//! # Example
//!
//! A template that has its pictures within, as `data:` addresses.
//!
//! # Instead
//!
//! Put pictures on the web and link to them.

use crate::check::{Check, Family, Finding, Limit, MessageScope, Rule};
use crate::foundation::{Severity, grouped};

const WARN: Limit = Limit {
    rule: "message-too-large",
    key: "warn_bytes",
    usual: 10_000_000,
    says: "the most bytes of a message that pass without a warning",
};
const REFUSED: Limit = Limit {
    rule: "message-too-large",
    key: "error_bytes",
    usual: 25_000_000,
    says: "the most bytes of a message that mailbox providers take",
};
/// No encoding makes a text longer than so many times, headers included.
const LONGEST_ENCODING: usize = 4;

pub(in crate::check) const RULE: Rule = Rule {
    name: "message-too-large",
    severity: Severity::Warning,
    family: Family::Message,
    source: include_str!("message_too_large.rs"),
    limits: &[WARN, REFUSED],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    let warn = scope.written.limit(WARN);
    // A message is composed only where that can matter.
    let texts = scope.copy.html.len() + scope.copy.text.len();
    if texts * LONGEST_ENCODING <= warn {
        return Vec::new();
    }
    let bytes = scope.message().len();
    if bytes <= warn {
        return Vec::new();
    }
    let refused = scope.written.limit(REFUSED);
    let shown = grouped(bytes);
    let written = scope.written;
    let finding = if bytes > refused {
        let message = format!(
            "the message has {shown} bytes, and mailbox providers take {}",
            grouped(refused)
        );
        written.finding(written.head(), message).at(Severity::Error)
    } else {
        let message = format!(
            "the message has {shown} bytes; many servers take no more than {}",
            grouped(warn)
        );
        written.finding(written.head(), message)
    };
    vec![finding.hinted("put pictures on the web, and link to what is long")]
}
