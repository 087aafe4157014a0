//! `digest cancel`.

use crate::foundation::{ExitStatus, Failure, plural};
use crate::workflow::{Account, Desk};

use super::Context;

/// Call off what was not sent yet: planned and deferred copies become suppressed
#[derive(Debug, clap::Args)]
pub struct Cancel {
    /// The draft or the issue's id
    draft: String,
    /// Cancel in the sandbox's ledger
    #[arg(long)]
    sandbox: bool,
}

impl Cancel {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        let publication = context.publication()?;
        let desk = if self.sandbox { Desk::Sandbox } else { Desk::Live };
        let mut account = Account::open(&publication, &context.environment, desk)?;
        let issue = account.issue(&publication, &self.draft)?;
        let cancelled = usize::try_from(account.cancel(&issue)?).unwrap_or(usize::MAX);
        context.console.tell(match cancelled {
            0 => "nothing was left to send".to_owned(),
            number => format!("{} will not be sent, which is final", plural(number, "copy")),
        });
        Ok(ExitStatus::Success)
    }
}
