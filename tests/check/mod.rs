//! Tests of `check`.

use digest_cli::foundation::Diagnostic;

use crate::support::{TestPublication, check_text};

mod baseline;
mod changed_files;
mod cleared;
mod explain;
mod hostile;
mod house_style;
mod mended;
mod rules;
mod selection;
mod settings;
mod targets;
mod with_paragraph;

use mended::mended;
use with_paragraph::with_paragraph;

/// A finding as the tests write it: `12:4 error bullet-count: message -- hint`.
fn shown(found: &Diagnostic) -> String {
    let place = found.location.position();
    let hint = found
        .hint
        .as_deref()
        .map(|hint| format!(" -- {hint}"))
        .unwrap_or_default();
    let Diagnostic {
        rule,
        severity,
        message,
        ..
    } = found;
    format!(
        "{}:{} {severity} {rule}: {message}{hint}",
        place.line, place.column
    )
}

/// Everything that is found in a draft's text.
fn found(text: &str) -> Vec<String> {
    check_text(text).diagnostics.iter().map(shown).collect()
}

/// What one rule finds in a draft's text.
fn found_of(rule: &str, text: &str) -> Vec<String> {
    let diagnostics = check_text(text).diagnostics;
    let of_rule = diagnostics.iter().filter(|found| found.rule == rule);
    of_rule.map(shown).collect()
}

/// Everything that is found in a publication, with the paths.
fn found_in(publication: &TestPublication) -> Vec<String> {
    let findings = publication.check().diagnostics;
    let path = |found: &Diagnostic| found.location.source.path().display().to_string();
    findings
        .iter()
        .map(|found| format!("{}:{}", path(found), shown(found)))
        .collect()
}

/// Nothing was found.
const NOTHING: [&str; 0] = [];
