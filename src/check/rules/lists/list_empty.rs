//! # What it checks
//!
//! Somebody on the list gets mail.
//!
//! # Why it matters
//!
//! A list that everybody has left, or that was exported with its head alone, sends an issue to nobody, and says so to nobody.
//!
//! # Example
//!
//! ```csv
//! email,name,status
//! anna@example.org,Anna,unsubscribed
//! ```
//!
//! # Instead
//!
//! Look whether the right file was saved under this name, or take the list out of the drafts.

use crate::check::{Check, Family, Finding, ListScope, Rule};
use crate::foundation::Severity;
use crate::subscriber::Row;

pub(in crate::check) const RULE: Rule = Rule {
    name: "list-empty",
    severity: Severity::Warning,
    family: Family::Lists,
    source: include_str!("list_empty.rs"),
    limits: &[],
    check: Check::List(check),
};

fn check(scope: &ListScope<'_>) -> Vec<Finding> {
    let mut rows = 0_usize;
    for row in scope.list.rows() {
        match row {
            // Of these another rule speaks.
            Err(_) | Ok(Row::Unusable { .. }) => return Vec::new(),
            Ok(Row::Usable { subscriber, .. }) if subscriber.status.gets_mail() => return Vec::new(),
            Ok(Row::Usable { .. }) => rows += 1,
        }
    }
    let message = match rows {
        0 => "nobody is on this list".to_owned(),
        1 => "the only subscriber of this list gets no mail".to_owned(),
        rows => format!("none of the {rows} subscribers of this list gets mail"),
    };
    vec![
        scope
            .finding(1, message)
            .hinted("was the right file saved under this name?"),
    ]
}
