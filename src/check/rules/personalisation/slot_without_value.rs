//! # What it checks
//!
//! A slot whose column is empty for some readers says what they read instead: by `default`, by `or`, or by an `if` around it.
//!
//! # Why it matters
//!
//! "Dear ," is what everybody gets whose name is not known.
//!
//! # Example
//!
//! ```markdown
//! Dear {{ subscriber.name }}, …
//! ```
//!
//! # Instead
//!
//! ```markdown
//! Dear {{ subscriber.name | default("reader") }}, …
//! ```
//!
//! Where the lists are not at hand, as on a build machine, nothing is said.

use crate::check::{Check, DraftScope, Family, Finding, Readers, Rule, SlotName, Written, slot_names};
use crate::foundation::{Severity, grouped};
use crate::issue::{Tag, TagKind};

pub(in crate::check) const RULE: Rule = Rule {
    name: "slot-without-value",
    severity: Severity::Warning,
    family: Family::Personalisation,
    source: include_str!("slot_without_value.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let Some(readers) = scope.readers() else {
        return Vec::new();
    };
    let parts = scope.parts();
    parts
        .iter()
        .flat_map(|part| in_part(scope, part, readers))
        .collect()
}

fn in_part(scope: &DraftScope<'_>, part: &Written<'_>, readers: &Readers) -> Vec<Finding> {
    let mut findings = Vec::new();
    // The conditions around, each with those of its `elif`s.
    let mut around: Vec<String> = Vec::new();
    for tag in part.tags().iter().filter(|tag| tag.closed) {
        let inner = tag.inner(part.text);
        match tag.kind {
            TagKind::Statement => follow(inner, &mut around),
            TagKind::Expression if !has_other(inner) => {
                let names = slot_names(tag.span.of(part.text)).into_iter();
                let bare = names.filter(|name| !is_asked_for(name, &around));
                findings.extend(bare.filter_map(|name| finding(scope, part, *tag, name, readers)));
            }
            _ => {}
        }
    }
    findings
}

fn finding(
    scope: &DraftScope<'_>,
    part: &Written<'_>,
    tag: Tag,
    name: SlotName<'_>,
    readers: &Readers,
) -> Option<Finding> {
    let without = *readers.without.get(name.field)?;
    if name.root != "subscriber" || without == 0 {
        return None;
    }
    let (shown, count) = (grouped(without), grouped(readers.count));
    let message = if without == readers.count {
        format!(
            "none of the {count} readers has a `{}`, and nothing stands here for them",
            name.field
        )
    } else {
        let have = if without == 1 { "has" } else { "have" };
        format!(
            "{shown} of {count} readers {have} no `{}`, and nothing stands here for them",
            name.field
        )
    };
    let hint = format!(
        "say what they read instead: `{{{{ subscriber.{} | default(\"…\") }}}}`",
        name.field
    );
    let place = part.place(name.span.shifted(tag.span.start));
    Some(scope.finding(place, message).hinted(hint))
}

/// Keeps the conditions around what follows a statement.
fn follow(statement: &str, around: &mut Vec<String>) {
    let word = statement.split(|c: char| !c.is_alphanumeric()).next();
    match word.unwrap_or_default() {
        "if" | "for" | "with" => around.push(statement.to_owned()),
        "elif" => {
            if let Some(last) = around.last_mut() {
                last.push_str(statement);
            }
        }
        "endif" | "endfor" | "endwith" => {
            around.pop();
        }
        _ => {}
    }
}

/// Whether an expression says by itself what stands there where a value is missing.
fn has_other(expression: &str) -> bool {
    let words = expression.split(|c: char| !c.is_alphanumeric() && c != '_');
    words
        .into_iter()
        .any(|word| matches!(word, "default" | "d" | "or" | "if"))
}

/// Whether a condition around asks for the same field.
fn is_asked_for(name: &SlotName<'_>, around: &[String]) -> bool {
    let same = |other: &SlotName<'_>| other.root == name.root && other.field == name.field;
    around
        .iter()
        .any(|condition| slot_names(condition).iter().any(same))
}
