//! # What it checks
//!
//! Every author that the front matter names by a key is one of digest.yaml's authors.
//!
//! # Why it matters
//!
//! The byline's name and affiliation come from digest.yaml. Of an unknown key the mail would show the key itself.
//!
//! # Example
//!
//! ```yaml
//! author: aserk
//! ```
//!
//! # Instead
//!
//! Write a key that stands under `authors` in digest.yaml, add the author there, or write the name out: `author: { name: …, affiliation: … }`.

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, nearest};
use crate::issue::{Byline, Spanned};

pub(in crate::check) const RULE: Rule = Rule {
    name: "author-unknown",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("author_unknown.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let authors = scope.draft.front.author.iter();
    authors.filter_map(|author| unknown(scope, author)).collect()
}

fn unknown(scope: &DraftScope<'_>, author: &Spanned<Byline>) -> Option<Finding> {
    let Byline::Key(key) = &author.value else {
        return None;
    };
    if scope.config.author(key).is_some() {
        return None;
    }
    let known = scope.config.authors.iter().map(|(known, _)| known.as_str());
    let hint = match nearest(key, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("add `{key}` to `authors` in digest.yaml, or write `author: {{ name: … }}` here"),
    };
    let message = format!("the author `{key}` is not in digest.yaml");
    Some(scope.finding(author.span, message).hinted(hint))
}
