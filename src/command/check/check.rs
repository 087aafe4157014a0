//! `digest check`

use crate::command::Context;
use crate::foundation::{ExitStatus, Failure, plural};

use super::{Mending, Narrowing, Online, Reporting, Threshold, tell_of_links};

/// Hold drafts and lists against the house style
///
/// Prints what it finds, each with its file, line and column, and what to write instead. Needs no ledger and no password, and the network
/// only with `--online`.
#[derive(Debug, clap::Args)]
pub struct Check {
    #[command(flatten)]
    narrowing: Narrowing,

    #[command(flatten)]
    mending: Mending,

    #[command(flatten)]
    online: Online,

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
        let following = self.online.begin(&publication, context);
        let checker = match &following {
            Some((prober, _)) => checker.online(prober),
            None => self.narrowing.offline(checker)?,
        };
        let findings = self
            .narrowing
            .findings(&checker, &targets, known.as_ref(), context)?;
        if let Some((_, bar)) = following {
            bar.finish();
        }
        let failing = self
            .threshold
            .failing(&findings, publication.config.check.fail_on);
        self.reporting.write(&findings, failing, &publication, context)?;
        tell_of_links(&findings, context);
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
