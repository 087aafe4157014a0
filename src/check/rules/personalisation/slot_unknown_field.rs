//! # What it checks
//!
//! A tag names only fields that a subscriber can have: `email`, `name`, `language`, `tags`, and the columns of the issue's lists. Of `links` there is
//! `unsubscribe`.
//!
//! # Why it matters
//!
//! A field that no list has is empty in every copy: "Dear ," to four thousand people.
//!
//! # Example
//!
//! ```markdown
//! Dear {{ subscriber.nmae }}, …
//! ```
//!
//! # Instead
//!
//! Write the field as the list's head has it, or add the column. Where the lists are not at hand, as on a build machine, any field is taken for
//! one of their columns.

use crate::check::{Check, DraftScope, Family, Finding, Rule, SlotName, Written, slot_names};
use crate::foundation::{Severity, listed, nearest};
use crate::issue::TagKind;

/// What every subscriber has.
const FIELDS: [&str; 4] = ["email", "name", "language", "tags"];
/// What every copy can link to.
const LINKS: [&str; 1] = ["unsubscribe"];

pub(in crate::check) const RULE: Rule = Rule {
    name: "slot-unknown-field",
    severity: Severity::Error,
    family: Family::Personalisation,
    source: include_str!("slot_unknown_field.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let parts = scope.parts();
    parts.iter().flat_map(|part| in_part(scope, part)).collect()
}

fn in_part(scope: &DraftScope<'_>, part: &Written<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for tag in part.tags() {
        if tag.kind == TagKind::Comment || !tag.closed {
            continue;
        }
        let names = slot_names(tag.span.of(part.text)).into_iter();
        findings.extend(names.filter_map(|name| {
            let place = part.place(name.span.shifted(tag.span.start));
            unknown(scope, &name).map(|(message, hint)| scope.finding(place, message).hinted(hint))
        }));
    }
    findings
}

/// What is to be said of a name that nothing has.
fn unknown(scope: &DraftScope<'_>, name: &SlotName<'_>) -> Option<(String, String)> {
    let known: Vec<&str> = if name.root == "links" {
        LINKS.to_vec()
    } else {
        let columns = scope.readers().into_iter().flat_map(|readers| &readers.columns);
        let columns = columns.map(String::as_str);
        FIELDS
            .into_iter()
            .chain(columns.filter(|column| !FIELDS.contains(column)))
            .collect()
    };
    // Where the lists are not at hand, what they have is not known.
    let open = name.root == "subscriber" && scope.readers().is_none();
    if open || known.contains(&name.field) {
        return None;
    }
    let message = if name.root == "links" {
        format!("there is no link `{}`", name.field)
    } else {
        format!("no list of this issue has a column `{}`", name.field)
    };
    let hint = nearest(name.field, known.iter().copied()).map_or_else(
        || {
            let known: Vec<String> = known
                .iter()
                .map(|known| format!("`{}.{known}`", name.root))
                .collect();
            format!("there is {}", listed(&known))
        },
        |near| format!("did you mean `{}.{near}`?", name.root),
    );
    Some((message, hint))
}
