//! What is to be told of a check, in whichever form.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::civil::DateTime;

use crate::foundation::{Diagnostic, Severity};

use super::{Look, github, human, json, junit, line, sarif};

/// The forms in which findings are told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum CheckFormat {
    /// The line itself with the place marked, and what to do
    #[default]
    Human,
    /// One line a finding: `path:line:column: severity: message [rule]`
    Line,
    /// One JSON document, for programs; docs/schema/check.json describes it
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Workflow commands, which GitHub Actions shows beside the lines
    Github,
    /// JUnit XML, which GitLab, Jenkins and others show as tests
    Junit,
}

/// What is to be told of a check.
#[derive(Debug, Clone, Copy)]
pub struct CheckReport<'a> {
    /// What was found, in the order of paths and places.
    pub findings: &'a [Diagnostic],
    /// The files that were looked at, from the publication's folder.
    pub files: &'a [PathBuf],
    /// The publication's folder, from the root of the repository that it lies in; empty where it is that root, or there is none.
    pub folder: &'a Path,
    /// The least severity that counts as a failure.
    pub failing: Severity,
    /// When the check was made, UTC.
    pub at: DateTime,
}

impl CheckReport<'_> {
    /// Writes it in a form; `look` is how it is drawn for people.
    pub fn write(&self, format: CheckFormat, look: Look<'_>, out: &mut dyn Write) -> io::Result<()> {
        match format {
            CheckFormat::Human => human(self.findings, look, out),
            CheckFormat::Line => line(self.findings, out),
            CheckFormat::Json => json(self.findings, out),
            CheckFormat::Sarif => sarif(self, out),
            CheckFormat::Github => github(self, out),
            CheckFormat::Junit => junit(self, out),
        }
    }

    /// A path of the publication, from the repository's root.
    pub(super) fn in_repository(&self, path: &str) -> String {
        let folder = self.folder.to_string_lossy().replace('\\', "/");
        if folder.is_empty() {
            return path.to_owned();
        }
        format!("{folder}/{path}")
    }
}
