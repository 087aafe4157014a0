//! # What it checks
//!
//! The front matter names an author, where the house style requires a byline.
//!
//! # Why it matters
//!
//! An article without a name is one that nobody answers for, and bylines are hard to add once the mail is out.
//!
//! # Example
//!
//! ```yaml
//! id: 2019-02-05-caspian-crossroads
//! date: 2019-02-05
//! ```
//!
//! # Instead
//!
//! Write `author: KEY`, where digest.yaml has the key under `authors`, or `author: { name: …, affiliation: … }`. Where issues need no byline,
//! write `byline: optional` in digest.yaml.

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, Span, YamlKind};

pub(in crate::check) const RULE: Rule = Rule {
    name: "byline-missing",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("byline_missing.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let front = &scope.draft.front;
    // Front matter that is not there or cannot be read has a finding of its own, and so has an author that cannot be read.
    let Some(tree) = &front.tree else {
        return Vec::new();
    };
    let written = tree.get("author").map(|author| &author.kind);
    let nobody = match written {
        None | Some(YamlKind::Null) => true,
        Some(YamlKind::List(authors)) => authors.is_empty(),
        Some(_) => false,
    };
    if !scope.config.structure.lead.byline_required || !nobody || misspelt(tree) {
        return Vec::new();
    }
    let known = scope
        .config
        .authors
        .first()
        .map(|(key, _)| format!("author: {key}"));
    let example = known.unwrap_or_else(|| "author: { name: … }".to_owned());
    let fence = front.span.map_or(Span::at(0), |span| scope.first_line(span));
    vec![
        scope
            .finding(fence, "the lead has no byline: the front matter names no author")
            .hinted(format!("write `{example}` between the `---` lines")),
    ]
}

/// Whether a key that is no key was most likely meant for the author: that has a finding of its own.
fn misspelt(tree: &crate::foundation::YamlNode) -> bool {
    let YamlKind::Map(entries) = &tree.kind else {
        return false;
    };
    let mut keys = entries.iter().filter_map(|(key, _)| key.text());
    keys.any(|key| key != "author" && crate::foundation::nearest(key, ["author"]).is_some())
}
