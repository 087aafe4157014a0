//! # What it checks
//!
//! Where digest.yaml says `require_consent: true`, every row of a list that gets mail says how and when its reader agreed: in columns such as
//! `consent_source` and `consent_date`, or the `optin_ip` and `optin_time` that other programs export.
//!
//! # Why it matters
//!
//! Who sends has to be able to show that each reader agreed (GDPR, Article 7(1)); under CASL the burden of proof is the sender's too. What was not
//! written down then cannot be shown later.
//!
//! # Example
//!
//! ```csv
//! email,consent_source,consent_date
//! anna@example.org,,
//! ```
//!
//! # Instead
//!
//! ```csv
//! email,consent_source,consent_date
//! anna@example.org,form on the web site,2024-03-01
//! ```

use crate::check::{Check, Family, Finding, ListScope, MOST, Rule};
use crate::foundation::Severity;
use crate::subscriber::{Row, Subscriber};

/// Columns that say how somebody agreed.
const SOURCES: [&str; 12] = [
    "consent_source",
    "consent",
    "consent_method",
    "consent_ip",
    "optin_source",
    "opt_in_source",
    "optin_ip",
    "opt_in_ip",
    "confirm_ip",
    "signup_source",
    "subscription_source",
    "source",
];
/// Columns that say when.
const DATES: [&str; 18] = [
    "consent_date",
    "consent_time",
    "consent_at",
    "consented_at",
    "consented_on",
    "consent_timestamp",
    "optin_time",
    "opt_in_time",
    "optin_date",
    "opt_in_date",
    "optin_at",
    "opt_in_at",
    "confirm_time",
    "confirmed_at",
    "signup_date",
    "signed_up_at",
    "subscribed_at",
    "subscribed_on",
];

pub(in crate::check) const RULE: Rule = Rule {
    name: "consent-missing",
    severity: Severity::Error,
    family: Family::Law,
    source: include_str!("consent_missing.rs"),
    limits: &[],
    check: Check::List(check),
};

fn check(scope: &ListScope<'_>) -> Vec<Finding> {
    if !scope.config.check.require_consent {
        return Vec::new();
    }
    let mut findings = Vec::new();
    let mut recorded = false;
    for row in scope.list.rows().flatten() {
        let Row::Usable { line, subscriber } = row else {
            continue;
        };
        if !subscriber.status.gets_mail() {
            continue;
        }
        let (source, date) = (has(&subscriber, &SOURCES), has_date(&subscriber));
        recorded |= source || date;
        if findings.len() <= MOST && !(source && date) {
            findings.push(finding(scope, line, source, date));
        }
    }
    if recorded || findings.is_empty() {
        return findings;
    }
    let finding = scope.finding(1, "no row of this list says how and when its reader agreed");
    vec![finding.hinted(HINT)]
}

const HINT: &str = "write it into the columns `consent_source` and `consent_date`; whoever has not agreed gets the status `pending`";

fn finding(scope: &ListScope<'_>, line: usize, source: bool, date: bool) -> Finding {
    let what = match (source, date) {
        (true, _) => "when",
        (false, true) => "how",
        (false, false) => "how and when",
    };
    let message = format!("this row does not say {what} its reader agreed");
    scope.finding(line, message).hinted(HINT)
}

fn values<'a>(subscriber: &'a Subscriber, columns: &'a [&str]) -> impl Iterator<Item = &'a str> {
    let values = columns.iter().filter_map(|column| subscriber.fields.get(*column));
    values.map(|value| value.trim())
}

fn has(subscriber: &Subscriber, columns: &[&str]) -> bool {
    values(subscriber, columns).any(|value| !value.is_empty())
}

/// Whether a column holds a date, which has a day at least: `2024-03-01`, and not `0000-00-00`.
fn has_date(subscriber: &Subscriber) -> bool {
    values(subscriber, &DATES).any(|value| value.bytes().filter(|b| (b'1'..=b'9').contains(b)).count() >= 3)
}
