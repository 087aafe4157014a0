//! Everything that was found.

use std::path::Path;

use crate::foundation::{Diagnostic, Position, Severity};

/// What a check found, in the order of paths, places and rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// The findings.
    pub diagnostics: Vec<Diagnostic>,
    /// The ids of the issues whose drafts were checked.
    issues: Vec<String>,
    /// How many files were looked at.
    files: usize,
}

impl Findings {
    pub(super) fn new(mut diagnostics: Vec<Diagnostic>, issues: Vec<String>, files: usize) -> Self {
        diagnostics.sort_by(|a, b| order(a).cmp(&order(b)));
        Self {
            diagnostics,
            issues,
            files,
        }
    }

    /// How many findings have a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics
            .iter()
            .filter(|found| found.severity == severity)
            .count()
    }

    /// Whether a finding is at least as severe as `fail_on`.
    pub fn fails(&self, fail_on: Severity) -> bool {
        self.diagnostics.iter().any(|found| found.severity >= fail_on)
    }

    /// How many files were looked at, findings or not.
    pub fn files(&self) -> usize {
        self.files
    }

    /// Whether the draft of an issue was among what was checked.
    pub(super) fn speaks_of(&self, issue: &str) -> bool {
        self.issues.iter().any(|id| id == issue)
    }
}

/// Places are compared by line and column: some sources are excerpts of one file, whose byte offsets say nothing of it.
fn order(found: &Diagnostic) -> (&Path, Position, usize, &'static str, &str) {
    let location = &found.location;
    let length = location.span.len();
    (
        location.source.path(),
        location.position(),
        length,
        found.rule,
        &found.message,
    )
}
