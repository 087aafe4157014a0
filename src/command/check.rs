//! `digest check`

use std::path::PathBuf;

use crate::check::{Checker, Findings, Targets};
use crate::foundation::{ExitStatus, Failure, Severity, plural};
use crate::report::{human, json, line};

use super::Context;

/// Hold drafts and lists against the house style
///
/// Prints what it finds, each with its file, line and column, and what to write instead. Needs no network, ledger or password.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// Drafts, lists, or folders of them; without one, every draft and list
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// How findings are printed
    #[arg(long, value_enum, default_value_t)]
    format: CheckFormat,

    /// The least severity that makes the exit status 1: `info`, `warning` or `error` [default: what digest.yaml says]
    #[arg(long, value_name = "SEVERITY")]
    fail_on: Option<Severity>,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
enum CheckFormat {
    /// The line itself with the place marked, and what to do
    #[default]
    Human,
    /// One line a finding: `path:line:column: severity: message [rule]`
    Line,
    /// One JSON document, for programs
    Json,
}

impl Check {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        let publication = context.publication()?;
        let paths: Vec<PathBuf> = self.paths.iter().map(|path| context.path(path)).collect();
        let targets = if paths.is_empty() {
            Targets::Everything
        } else {
            Targets::Paths(paths)
        };
        let findings = Checker::new(&publication).check(&targets)?;
        self.print(&findings, context)?;
        let fail_on = self.fail_on.unwrap_or(publication.config.check.fail_on);
        Ok(if findings.fails(fail_on) {
            ExitStatus::Findings
        } else {
            ExitStatus::Success
        })
    }

    fn print(&self, findings: &Findings, context: &mut Context) -> Result<(), Failure> {
        let found = &findings.diagnostics;
        let console = &mut context.console;
        let look = console.look_out();
        console.out_with(|out| match self.format {
            CheckFormat::Human => human(found, look, out),
            CheckFormat::Line => line(found, out),
            CheckFormat::Json => json(found, out),
        })?;
        if found.is_empty() {
            console.tell(format_args!(
                "{} checked, nothing found",
                plural(findings.files(), "file")
            ));
        }
        Ok(())
    }
}
