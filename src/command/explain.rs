//! `digest explain`

use crate::check::explain;
use crate::foundation::{ExitStatus, Failure};

use super::Context;

/// Tell why a rule is there and what to do about its findings
#[derive(Debug, clap::Args)]
pub struct Explain {
    /// The rule's name, as it stands in a finding's brackets
    rule: String,
}

impl Explain {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        context.console.out(explain(&self.rule)?)?;
        Ok(ExitStatus::Success)
    }
}
