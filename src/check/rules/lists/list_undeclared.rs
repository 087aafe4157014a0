//! # What it checks
//!
//! Each file in subscribers/ is one of the `lists` in digest.yaml.
//!
//! # Why it matters
//!
//! No draft can be sent to a list that digest.yaml does not name. It may be misnamed, or an old copy with addresses that nobody looks after any more.
//!
//! # Example
//!
//! `subscribers/weekly-old.csv`, where digest.yaml knows `weekly` alone.
//!
//! # Instead
//!
//! Add it to `lists`, or take the file out of the folder: addresses that are not needed are not kept (GDPR, Article 5).

use crate::check::{Check, Family, Finding, PublicationScope, Rule};
use crate::foundation::{Severity, nearest};

pub(in crate::check) const RULE: Rule = Rule {
    name: "list-undeclared",
    severity: Severity::Info,
    family: Family::Lists,
    source: include_str!("list_undeclared.rs"),
    limits: &[],
    check: Check::Publication(check),
};

fn check(scope: &PublicationScope<'_>) -> Vec<Finding> {
    let names = || scope.config.lists.iter().map(|list| list.name.as_str());
    if names().next().is_none() {
        return Vec::new();
    }
    let undeclared = scope.lists.iter().filter_map(|list| {
        let name = list.path.file_stem()?.to_str()?;
        if names().any(|known| known == name) {
            return None;
        }
        let hint = match nearest(name, names()) {
            Some(near) => format!(
                "did you mean to call it `{near}`? Else add `{name}` to `lists`, or take the file away"
            ),
            None => format!("add `{name}` to `lists` in digest.yaml, or take the file away"),
        };
        let message = format!("the list `{name}` is not in digest.yaml, so nothing is sent to it");
        Some(Finding::new(list.line(1), message).hinted(hint))
    });
    undeclared.collect()
}
