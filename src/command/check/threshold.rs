//! From where on findings fail the check.

use crate::check::Findings;
use crate::foundation::Severity;

/// From where on findings fail the check.
#[derive(Debug, clap::Args)]
pub(super) struct Threshold {
    /// The least severity that makes the exit status 1: `info`, `warning` or `error` [default: what digest.yaml says]
    #[arg(long, value_name = "SEVERITY")]
    fail_on: Option<Severity>,

    /// Let so many warnings pass; one more makes the exit status 1, and so does an error
    #[arg(long, value_name = "N")]
    max_warnings: Option<usize>,
}

impl Threshold {
    /// The least severity whose findings fail the check; `configured` is what digest.yaml says. Warnings that are let pass fail nothing,
    /// warnings that are too many all do.
    pub(super) fn failing(&self, findings: &Findings, configured: Severity) -> Severity {
        let failing = self.fail_on.unwrap_or(configured);
        match self.surplus(findings) {
            // An error fails whatever is said of warnings, and who asks for notes to fail asks for more than warnings.
            None if self.max_warnings.is_some() && failing == Severity::Warning => Severity::Error,
            Some(_) => failing.min(Severity::Warning),
            None => failing,
        }
    }

    /// How many warnings there are and how many may be, where it is too many.
    pub(super) fn surplus(&self, findings: &Findings) -> Option<(usize, usize)> {
        let warnings = findings.count(Severity::Warning);
        let most = self.max_warnings?;
        (warnings > most).then_some((warnings, most))
    }
}
