//! How often each rule found something.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::foundation::{Diagnostic, Severity};

use super::Table;

/// A table of the rules that found something, those with the most findings first; empty where there are no findings.
pub fn statistics(diagnostics: &[Diagnostic]) -> String {
    if diagnostics.is_empty() {
        return String::new();
    }
    let mut rows = counts(diagnostics);
    rows.sort_by_key(|(rule, counts)| (Reverse(counts.iter().sum::<usize>()), *rule));
    let mut table = Table::new("rule", ["errors", "warnings", "notes"]);
    for (rule, counts) in rows {
        table = table.row(rule, counts);
    }
    table.total("total").to_string()
}

/// The rules that found something, in the order of their names, each with its errors, warnings and notes.
pub(super) fn counts(diagnostics: &[Diagnostic]) -> Vec<(&str, [usize; 3])> {
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for found in diagnostics {
        let column = match found.severity {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Info => 2,
        };
        counts.entry(found.rule).or_default()[column] += 1;
    }
    counts.into_iter().collect()
}
