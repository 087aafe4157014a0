//! # What it checks
//!
//! Every list that the front matter names is one of digest.yaml's lists.
//!
//! # Why it matters
//!
//! An issue for a list that does not exist goes to nobody.
//!
//! # Example
//!
//! ```yaml
//! lists: [weakly]
//! ```
//!
//! # Instead
//!
//! Write a name that stands under `lists` in digest.yaml, or add the list there.

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, nearest};
use crate::issue::Spanned;

pub(in crate::check) const RULE: Rule = Rule {
    name: "list-unknown",
    severity: Severity::Error,
    family: Family::FrontMatter,
    source: include_str!("list_unknown.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let lists = scope.draft.front.lists.iter();
    lists
        .filter(|list| scope.config.list(&list.value).is_none())
        .map(|list| unknown(scope, list))
        .collect()
}

fn unknown(scope: &DraftScope<'_>, list: &Spanned<String>) -> Finding {
    let known = scope.config.lists.iter().map(|known| known.name.as_str());
    let hint = match nearest(&list.value, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!(
            "add `{}` to `lists` in digest.yaml, or take it out here",
            list.value
        ),
    };
    let message = format!("the list `{}` is not in digest.yaml", list.value);
    scope.finding(list.span, message).hinted(hint)
}
