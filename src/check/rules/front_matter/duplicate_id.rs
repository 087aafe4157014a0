//! # What it checks
//!
//! No two drafts of the publication have the same `id`.
//!
//! # Why it matters
//!
//! The ledger knows an issue by its id. A draft that was begun as a copy of the last one and kept its id counts as sent already: nobody would get
//! it.
//!
//! # Example
//!
//! `id: 2019-02-05-caspian-crossroads` in two files of drafts/.
//!
//! # Instead
//!
//! Give the newer draft an id of its own. `digest new` writes one.

use crate::check::{Check, DraftsScope, Family, Finding, Rule};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "duplicate-id",
    severity: Severity::Error,
    family: Family::FrontMatter,
    source: include_str!("duplicate_id.rs"),
    limits: &[],
    check: Check::Drafts(check),
};

fn check(scope: &DraftsScope<'_>) -> Vec<Finding> {
    scope.repeated(
        |draft| draft.front.id.as_ref().map(|id| (id.value.as_str(), id.span)),
        |id, other| {
            let message = format!("the id `{id}` is also that of `{other}`");
            (message, "give the newer of the two an id of its own".to_owned())
        },
    )
}
