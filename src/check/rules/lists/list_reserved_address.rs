//! # What it checks
//!
//! Among the addresses of real people none stands in a domain that nobody can have: `example.com`, `.test`, `.invalid` and the like (RFC 2606, RFC 6761).
//!
//! # Why it matters
//!
//! It is a row of a test, or one that somebody made up to get at a page. No mail ever arrives there, and each that is tried counts against the sender.
//!
//! # Example
//!
//! ```csv
//! email
//! anna@gmail.com
//! test@example.com
//! ```
//!
//! # Instead
//!
//! Take the row out. Try an issue with `digest send --sandbox`, which needs no made-up readers.

use crate::check::{Check, Family, Finding, ListScope, MOST, Rule, is_reserved};
use crate::foundation::Severity;
use crate::subscriber::Row;

pub(in crate::check) const RULE: Rule = Rule {
    name: "list-reserved-address",
    severity: Severity::Warning,
    family: Family::Lists,
    source: include_str!("list_reserved_address.rs"),
    limits: &[],
    check: Check::List(check),
};

fn check(scope: &ListScope<'_>) -> Vec<Finding> {
    if is_reserved(scope.config.from.email.domain()) {
        return Vec::new();
    }
    let mut real = false;
    let mut findings = Vec::new();
    for row in scope.list.rows() {
        let Ok(Row::Usable { line, subscriber }) = row else {
            continue;
        };
        let address = &subscriber.address;
        if !is_reserved(address.domain()) {
            real = true;
        } else if findings.len() <= MOST {
            let message =
                format!("nobody can have the address `{address}`: its domain is set aside for examples");
            findings.push(scope.finding(line, message).hinted("take the row out"));
        }
    }
    // A list of such rows alone is one to try things with.
    if real { findings } else { Vec::new() }
}
