//! How findings are told, and where.

use std::path::Path;

use crate::check::Findings;
use crate::command::{Context, output_file::write_output};
use crate::foundation::{Failure, Severity};
use crate::publication::Publication;
use crate::report::{CheckFormat, CheckReport, Look, statistics};

use super::ReportFile;

/// How findings are told, and where.
#[derive(Debug, clap::Args)]
pub(super) struct Reporting {
    /// How findings are printed
    #[arg(long, value_enum, default_value_t)]
    format: CheckFormat,

    /// Also write a report into a file, as in `sarif=findings.sarif` (can be repeated)
    #[arg(long, value_name = "FORMAT=FILE")]
    output: Vec<ReportFile>,

    /// Print how often each rule found something instead of the findings
    #[arg(long)]
    statistics: bool,
}

impl Reporting {
    /// Fails where what was asked for does not go together.
    pub(super) fn settle(&self, context: &Context) -> Result<(), Failure> {
        if self.statistics && !matches!(self.format, CheckFormat::Human | CheckFormat::Line) {
            return Err(
                Failure::new("`--statistics` prints a table, whatever `--format` says").hinted(
                    "leave one of them out: `--format json` has the numbers in its `summary`, and `--output` writes reports into files",
                ),
            );
        }
        let paths: Vec<_> = self.output.iter().map(|file| context.path(&file.path)).collect();
        for (index, file) in self.output.iter().enumerate() {
            if paths[..index].contains(&paths[index]) {
                return Err(
                    Failure::new(format!("`{}` is given to two reports", file.path.display()))
                        .hinted("give each `--output` a file of its own"),
                );
            }
        }
        Ok(())
    }

    /// Writes every report. `failing` is the least severity that counts as a failure.
    pub(super) fn write(
        &self,
        findings: &Findings,
        failing: Severity,
        publication: &Publication,
        context: &mut Context,
    ) -> Result<(), Failure> {
        let report = CheckReport {
            findings: &findings.diagnostics,
            files: findings.files(),
            folder: folder_in_repository(&publication.root),
            failing,
            at: jiff::tz::TimeZone::UTC.to_datetime(context.environment.clock.now()),
        };
        // Files first: whoever closes standard output early still has them.
        for file in &self.output {
            let mut bytes = Vec::new();
            report
                .write(file.format, Look::default(), &mut bytes)
                .map_err(|error| Failure::new(format!("a report cannot be made: {error}")))?;
            write_output(&context.path(&file.path), &file.path, &bytes)?;
        }
        let console = &mut context.console;
        if self.statistics {
            return console.out(statistics(report.findings));
        }
        let look = console.look_out_linked(&publication.root, &context.environment);
        console.out_with(|out| report.write(self.format, look, out))
    }
}

/// A publication's folder from the root of the repository that it lies in; empty where it lies in none.
fn folder_in_repository(root: &Path) -> &Path {
    let repository = root.ancestors().find(|folder| folder.join(".git").exists());
    repository
        .and_then(|repository| root.strip_prefix(repository).ok())
        .unwrap_or(Path::new(""))
}
