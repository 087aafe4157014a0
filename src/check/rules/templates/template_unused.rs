//! # What it checks
//!
//! Every template in templates/ is used: it is called `issue.html`, `issue.txt` or `draft.md`, or another one names it.
//!
//! # Why it matters
//!
//! A template with a slip in its name changes nothing: the built-in one is used, without a word.
//!
//! # Example
//!
//! `templates/isue.html`
//!
//! # Instead
//!
//! `templates/issue.html`

use crate::check::{Check, Family, Finding, PublicationScope, Rule};
use crate::foundation::{Location, Severity, Source, nearest};
use crate::render::Templates;
use std::sync::Arc;

/// Templates that are used by their names.
const USED: [&str; 3] = ["issue.html", "issue.txt", "draft.md"];
/// How templates' names end.
const KINDS: [&str; 5] = ["html", "htm", "txt", "j2", "jinja"];

pub(in crate::check) const RULE: Rule = Rule {
    name: "template-unused",
    severity: Severity::Info,
    family: Family::Templates,
    source: include_str!("template_unused.rs"),
    limits: &[],
    check: Check::Publication(check),
};

fn check(scope: &PublicationScope<'_>) -> Vec<Finding> {
    let sources: Vec<&Arc<Source>> = scope.templates.into_iter().flat_map(Templates::sources).collect();
    let own = sources
        .iter()
        .filter(|source| !source.path().starts_with("built-in"));
    own.filter_map(|source| {
        let name = name_of(source)?;
        let is_named = |other: &&Arc<Source>| other.path() != source.path() && names(other.text(), &name);
        if USED.contains(&name.as_str()) || sources.iter().any(is_named) {
            return None;
        }
        let first = source.line(source.first_line()).unwrap_or_default();
        let finding = Finding::new(
            Location::new(source, first),
            format!("nothing uses the template `{name}`"),
        );
        Some(match nearest(&name, USED) {
            Some(near) => finding
                .hinted(format!("did you mean to call it `{near}`?"))
                .at(Severity::Warning),
            None => finding.hinted(format!(
                "name it in another one, as `{{% include \"{name}\" %}}`, or take it away"
            )),
        })
    })
    .collect()
}

/// A template's name, from its folder on; `None` for a file that is no template, such as a picture or a note.
fn name_of(source: &Source) -> Option<String> {
    let extension = source.path().extension()?.to_str()?;
    if !KINDS.contains(&extension) {
        return None;
    }
    let parts = source.path().components().skip(1);
    let parts: Vec<String> = parts
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    Some(parts.join("/"))
}

/// Whether a template names another, between quotes.
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let quotes = (
            text[..at].chars().next_back(),
            text[at + name.len()..].chars().next(),
        );
        matches!(quotes, (Some('"'), Some('"')) | (Some('\''), Some('\'')))
    })
}
