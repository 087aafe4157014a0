//! Findings, summed up.

use std::collections::BTreeSet;

use crate::foundation::{Diagnostic, Severity, plural};

/// `2 errors, 1 warning in 1 file`; empty where there are no findings.
pub fn tally(diagnostics: &[Diagnostic]) -> String {
    if diagnostics.is_empty() {
        return String::new();
    }
    let files: BTreeSet<_> = diagnostics
        .iter()
        .map(|found| found.location.source.path())
        .collect();
    let count = |severity| {
        diagnostics
            .iter()
            .filter(|found| found.severity == severity)
            .count()
    };
    let counts = [
        (count(Severity::Error), "error"),
        (count(Severity::Warning), "warning"),
        (count(Severity::Info), "note"),
    ];
    let counts: Vec<String> = counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| plural(count, noun))
        .collect();
    let told = format!("{} in {}", counts.join(", "), plural(files.len(), "file"));
    match diagnostics.iter().filter(|found| found.fix.is_some()).count() {
        0 => told,
        mendable => format!("{told}; `digest check --fix` mends {mendable} of them"),
    }
}
