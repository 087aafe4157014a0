//! # What it checks
//!
//! The domain of an address is not a slip of a well-known one: `gmial.com`, `hotmial.com`, `yaho.com`; nor does it end in what is no ending, such as `.con`.
//!
//! # Why it matters
//!
//! The mail comes back, or goes to somebody who bought the misspelt domain for that. Either way a reader who signed up waits in vain, and each mail that
//! comes back counts against the sender.
//!
//! # Example
//!
//! ```csv
//! email
//! anna@gmial.com
//! ```
//!
//! # Instead
//!
//! ```csv
//! email
//! anna@gmail.com
//! ```
//!
//! Write to the reader first where you can: the right address may belong to somebody else.

use crate::check::{Check, Family, Finding, ListScope, MOST, Rule, domain_meant};
use crate::foundation::Severity;
use crate::subscriber::Row;

pub(in crate::check) const RULE: Rule = Rule {
    name: "list-misspelt-domain",
    severity: Severity::Warning,
    family: Family::Lists,
    source: include_str!("list_misspelt_domain.rs"),
    limits: &[],
    check: Check::List(check),
};

fn check(scope: &ListScope<'_>) -> Vec<Finding> {
    let rows = scope.list.rows().filter_map(|row| {
        let Ok(Row::Usable { line, subscriber }) = row else {
            return None;
        };
        let address = &subscriber.address;
        let meant = domain_meant(address.domain())?;
        let message = format!("`{}` is no domain that people have mail at", address.domain());
        Some(
            scope
                .finding(line, message)
                .hinted(format!("did they mean `{}@{meant}`?", address.local())),
        )
    });
    rows.take(MOST + 1).collect()
}
