//! # What it checks
//!
//! Every line that defines an address for a label, `[label]: https://…`, is referred to somewhere, and no label is defined twice.
//!
//! # Why it matters
//!
//! The link that it was written for is missing, or was taken out and this was forgotten. Of a label that is defined twice the first counts, and the second is the
//! one that somebody will correct in vain.
//!
//! # Example
//!
//! ```markdown
//! The report is out.
//!
//! [ports]: https://example.org/report
//! ```
//!
//! # Instead
//!
//! ```markdown
//! The [report][ports] is out.
//!
//! [ports]: https://example.org/report
//! ```

use std::collections::HashSet;

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Fix, Severity, Span};

pub(in crate::check) const RULE: Rule = Rule {
    name: "reference-unused",
    severity: Severity::Info,
    family: Family::Links,
    source: include_str!("reference_unused.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let definitions = &scope.draft.definitions;
    if definitions.is_empty() {
        return Vec::new();
    }
    let used = used_labels(scope.text(), definitions);
    let mut seen = HashSet::new();
    let mut findings = Vec::new();
    for span in definitions {
        let Some((label, folded)) = label_of(span.of(scope.text())) else {
            continue;
        };
        let is_first = seen.insert(folded.clone());
        if (is_first && used.contains(&folded)) || is_text(scope, label) {
            continue;
        }
        let message = if is_first {
            format!("no link refers to `{label}`")
        } else {
            format!("`{label}` is defined further above already, and this line has no effect")
        };
        let finding = scope
            .finding(*span, message)
            .hinted("refer to it, or take the line out");
        findings.push(match removable(scope, *span) {
            Some(line) => finding.mended_by(Fix::removing(line, "take the line out")),
            None => finding,
        });
    }
    findings
}

/// The label of a definition, as written and folded; `None` for footnotes and for what is a comment by custom: `[//]: # (…)`.
fn label_of(definition: &str) -> Option<(&str, String)> {
    let (label, rest) = definition.trim_start().strip_prefix('[')?.split_once("]:")?;
    let rest = rest.trim();
    let is_comment = label.starts_with(['/', '#'])
        || rest.starts_with('#')
        || rest.starts_with("<>")
        || label == "comment";
    (!is_comment && !label.starts_with('^')).then(|| (label, folded(label)))
}

/// Everything that stands in brackets outside the definitions, folded.
fn used_labels(text: &str, definitions: &[Span]) -> HashSet<String> {
    let mut used = HashSet::new();
    let mut at = 0;
    for next in definitions.iter().copied().chain([Span::at(text.len())]) {
        let between = text.get(at..next.start).unwrap_or_default();
        let ends = between.split(']');
        used.extend(ends.filter_map(|before| Some(folded(before.rsplit_once('[')?.1))));
        at = next.end;
    }
    used
}

/// Whether what looks like a definition is text that readers see.
fn is_text(scope: &DraftScope<'_>, label: &str) -> bool {
    let written = format!("[{label}]:");
    scope
        .prose()
        .blocks
        .iter()
        .any(|block| block.text.contains(&written))
}

/// The definition with its line end, where it can go without a change to anything around it: what comes after it is a definition, a heading or nothing.
fn removable(scope: &DraftScope<'_>, span: Span) -> Option<Span> {
    let text = scope.text();
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end..]
        .find('\n')
        .map_or(text.len(), |at| span.end + at + 1);
    let next = text[end..].trim_start();
    let next_at = text.len() - next.len();
    let is_free = next.is_empty()
        || next.starts_with('#')
        || scope.draft.definitions.iter().any(|other| other.start == next_at);
    let alone = text[start..span.start].trim().is_empty() && text[span.end..end].trim().is_empty();
    (is_free && alone).then(|| Span::new(start, end))
}

fn folded(label: &str) -> String {
    let words: Vec<&str> = label.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
