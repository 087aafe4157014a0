//! Everything that was found.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::foundation::{Diagnostic, Failure, Position, Severity, plural};

use super::online::Verdict;

/// What a check found, in the order of paths, places and rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// The findings.
    pub diagnostics: Vec<Diagnostic>,
    /// What became of the links that were followed, by the link as it is written; empty where none were.
    pub links: BTreeMap<String, Verdict>,
    /// How many of the findings were errors: what becomes of the list above clears nothing.
    errors: usize,
    /// The ids of the issues whose drafts were checked.
    issues: Vec<String>,
    /// The files that were looked at.
    files: Vec<PathBuf>,
}

impl Findings {
    pub(super) fn new(mut diagnostics: Vec<Diagnostic>, issues: Vec<String>, files: Vec<PathBuf>) -> Self {
        diagnostics.sort_by_cached_key(order);
        // A fault of a template or of digest.yaml comes up with every draft.
        diagnostics.dedup();
        let errors = diagnostics
            .iter()
            .filter(|found| found.severity == Severity::Error);
        Self {
            errors: errors.count(),
            diagnostics,
            issues,
            files,
            links: BTreeMap::new(),
        }
    }

    /// The same findings, with what became of the links.
    pub(super) fn with_links(mut self, links: BTreeMap<String, Verdict>) -> Self {
        self.links = links;
        self
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

    /// The files that were looked at, findings or not, in the order of their paths.
    pub fn files(&self) -> &[PathBuf] {
        &self.files
    }

    /// Fails where errors were found, so that the issue must not be sent; the failure carries them.
    pub fn require_no_errors(&self, issue: &str) -> Result<(), Failure> {
        if self.errors == 0 {
            return Ok(());
        }
        let errors = self.diagnostics.iter();
        let errors = errors.filter(|found| found.severity == Severity::Error);
        let number = plural(self.errors, "error");
        let failure = Failure::new(format!("the issue `{issue}` cannot be sent: it has {number}"));
        Err(failure
            .hinted("mend the draft until `digest check` finds no error")
            .with_diagnostics(errors.cloned().collect()))
    }

    /// Whether the draft of an issue was among what was checked.
    pub(super) fn speaks_of(&self, issue: &str) -> bool {
        self.issues.iter().any(|id| id == issue)
    }
}

/// Places are compared by line and column: some sources are excerpts of one file, whose byte offsets say nothing of it.
fn order(found: &Diagnostic) -> (PathBuf, Position, usize, &'static str, String) {
    let location = &found.location;
    (
        location.source.path().to_owned(),
        location.position(),
        location.span.len(),
        found.rule,
        found.message.clone(),
    )
}
