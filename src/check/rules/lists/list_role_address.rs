//! # What it checks
//!
//! No address is that of a machine or of an office that answers for abuse: `abuse@`, `postmaster@`, `noreply@`, `mailer-daemon@` and the like (RFC 2142 lists the
//! offices).
//!
//! # Why it matters
//!
//! Nobody reads a newsletter there. Where somebody answers for abuse, a newsletter that nobody asked for is reported as such, and providers such as Mailchimp
//! refuse these addresses for it.
//!
//! # Example
//!
//! ```csv
//! email
//! postmaster@example.org
//! ```
//!
//! # Instead
//!
//! Ask the reader for an address of their own, or take the row out. `info@` and `office@` are read by people, and are no fault.

use crate::check::{Check, Family, Finding, ListScope, MOST, Rule};
use crate::foundation::Severity;
use crate::subscriber::Row;

/// Where machines write from, and where people answer for abuse, names and routers.
const ROLES: [&str; 16] = [
    "abuse",
    "postmaster",
    "hostmaster",
    "mailer-daemon",
    "noc",
    "security",
    "spam",
    "root",
    "nobody",
    "devnull",
    "bounce",
    "bounces",
    "noreply",
    "no-reply",
    "donotreply",
    "do-not-reply",
];

pub(in crate::check) const RULE: Rule = Rule {
    name: "list-role-address",
    severity: Severity::Info,
    family: Family::Lists,
    source: include_str!("list_role_address.rs"),
    limits: &[],
    check: Check::List(check),
};

fn check(scope: &ListScope<'_>) -> Vec<Finding> {
    let rows = scope.list.rows().filter_map(|row| match row {
        Ok(Row::Usable { line, subscriber })
            if subscriber.status.gets_mail() && is_role(subscriber.address.local()) =>
        {
            let message = format!("nobody reads a newsletter at `{}`", subscriber.address);
            Some(
                scope
                    .finding(line, message)
                    .hinted("take the row out, or ask the reader for an address of their own"),
            )
        }
        _ => None,
    });
    rows.take(MOST + 1).collect()
}

fn is_role(local: &str) -> bool {
    ROLES.iter().any(|role| local.eq_ignore_ascii_case(role))
}
