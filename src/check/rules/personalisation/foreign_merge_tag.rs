//! # What it checks
//!
//! No tag of another mailing program is left in the draft: `*|FNAME|*` (Mailchimp), `%%FirstName%%` (Salesforce), `%FIRSTNAME%` (Active Campaign),
//! `{{ contact.FIRSTNAME }}` (Brevo), `{{ first_name }}`, `[[first_name]]`, `<<First Name>>`, `{first_name}`.
//!
//! # Why it matters
//!
//! Nobody fills them in. "Dear *|FNAME|*" is how readers learn that they are a row in a list.
//!
//! # Example
//!
//! ```markdown
//! Dear *|FNAME|*, …
//! ```
//!
//! # Instead
//!
//! ```markdown
//! Dear {{ subscriber.first_name | default("reader") }}, …
//! ```
//!
//! A tag that is written about stands in code, between backticks.

use crate::check::{Check, DraftScope, Family, Finding, MergeTag, Rule, Written, field_of, merge_tags};
use crate::foundation::{Severity, Span};
use crate::issue::{Tag, TagKind};

/// What other programs call a subscriber.
const ROOTS: [&str; 8] = [
    "contact",
    "recipient",
    "customer",
    "user",
    "person",
    "member",
    "lead",
    "params",
];

pub(in crate::check) const RULE: Rule = Rule {
    name: "foreign-merge-tag",
    severity: Severity::Error,
    family: Family::Personalisation,
    source: include_str!("foreign_merge_tag.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let parts = scope.parts();
    parts.iter().flat_map(|part| in_part(scope, part)).collect()
}

fn in_part(scope: &DraftScope<'_>, part: &Written<'_>) -> Vec<Finding> {
    let text = part.shown.as_str();
    let tags = part.tags();
    let inside = |span: Span| tags.iter().any(|tag| tag.span.contains(span));
    let mut found = merge_tags(text, &part.bytes);
    found.retain(|tag| !inside(tag.span));
    for tag in tags
        .iter()
        .filter(|tag| tag.closed && tag.kind == TagKind::Expression)
    {
        found.extend(foreign(*tag, text));
    }
    found.sort_by_key(|tag| tag.span);
    found.into_iter().map(|tag| finding(scope, part, &tag)).collect()
}

fn finding(scope: &DraftScope<'_>, part: &Written<'_>, tag: &MergeTag) -> Finding {
    let written = tag.span.of(&part.shown);
    let message = format!("`{written}` is a tag of another mailing program, and nobody fills it in");
    let known = |field: &str| {
        let readers = scope.readers();
        readers.is_none_or(|readers| readers.columns.contains(field))
    };
    let hint = match tag.field {
        Some("unsubscribe") => "write `{{ links.unsubscribe }}` as the address of a link".to_owned(),
        Some("email") => "write `{{ subscriber.email }}`".to_owned(),
        Some(field) if known(field) => format!("write `{{{{ subscriber.{field} | default(\"reader\") }}}}`"),
        _ => "write a slot, such as `{{ subscriber.name | default(\"reader\") }}`, or take it out".to_owned(),
    };
    let finding = scope.finding(part.place(tag.span), message).hinted(hint);
    if tag.certain {
        finding
    } else {
        finding.at(Severity::Warning)
    }
}

/// A tag in our own braces that asks by a name that only other programs have. A name that the text gives a value is none.
fn foreign(tag: Tag, text: &str) -> Option<MergeTag> {
    let inner = tag.inner(text);
    let end = inner
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(inner.len());
    let (root, rest) = inner.split_at(end);
    if root.is_empty() {
        return None;
    }
    let is_root = ROOTS.iter().any(|known| root.eq_ignore_ascii_case(known));
    let field = match rest.strip_prefix('.') {
        Some(field) if is_root => field_of(field),
        _ => Some(field_of(root)?),
    };
    let is_bound = ["set", "for", "with"]
        .iter()
        .any(|word| text.contains(&format!("{word} {root}")));
    (!is_bound).then_some(MergeTag {
        span: tag.span,
        field,
        certain: true,
    })
}
