//! `digest check`

use crate::command::Context;
use crate::foundation::{ExitStatus, Failure, plural};

use super::{Narrowing, Online, Reporting, Threshold, tell_of_links};

/// Hold drafts and lists against the house style
///
/// Prints what it finds, each with its file, line and column, and what to write instead. Needs no ledger and no password, and the network
/// only with `--online`.
#[derive(Debug, clap::Args)]
pub struct Check {
    #[command(flatten)]
    narrowing: Narrowing,

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
        let following = self.online.begin(&publication, context);
        let prober = following.as_ref().map(|(prober, _)| prober);
        let findings = self.narrowing.findings(&publication, prober, context)?;
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
