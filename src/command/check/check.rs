//! `digest check`

use crate::command::Context;
use crate::foundation::{ExitStatus, Failure, plural};

use super::{Mending, Narrowing, Reporting, Threshold};

/// Hold drafts and lists against the house style
///
/// Prints what it finds, each with its file, line and column, and what to write instead. Needs no network, ledger or password.
#[derive(Debug, clap::Args)]
pub struct Check {
    #[command(flatten)]
    narrowing: Narrowing,

    #[command(flatten)]
    mending: Mending,

    #[command(flatten)]
    reporting: Reporting,

    #[command(flatten)]
    threshold: Threshold,
}

impl Check {
    pub(in crate::command) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        let publication = context.publication()?;
        self.reporting.settle(context)?;
        let known = self.narrowing.known(context)?;
        let targets = self.narrowing.targets(context)?;
        let checker = self.narrowing.checker(&publication)?;
        let changed = self.mending.mend(&checker, &targets, &publication, context)?;
        if self.mending.only_shows() {
            return Ok(if changed == 0 {
                ExitStatus::Success
            } else {
                ExitStatus::Findings
            });
        }
        let findings = self
            .narrowing
            .findings(&checker, &targets, known.as_ref(), context)?;
        let failing = self
            .threshold
            .failing(&findings, publication.config.check.fail_on);
        self.reporting.write(&findings, failing, &publication, context)?;
        if findings.diagnostics.is_empty() {
            let files = findings.files().len();
            context.console.tell(self.narrowing.nothing_found(files));
        }
        if let Some((warnings, most)) = self.threshold.surplus(&findings) {
            let warnings = plural(warnings, "warning");
            context
                .console
                .tell(format_args!("{warnings}, and `--max-warnings` lets {most} pass"));
        }
        Ok(if findings.fails(failing) {
            ExitStatus::Findings
        } else {
            ExitStatus::Success
        })
    }
}
