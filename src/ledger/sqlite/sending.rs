//! An open run.

use super::held::Held;
use super::lock::Lock;
use crate::ledger::Run;
use crate::ledger::staged::StagedRows;

/// A plan as it was sealed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sealed {
    /// How many rows the issue had then.
    pub(super) rows: u64,
    /// Another number once anybody else has changed the ledger.
    pub(super) moment: i64,
}

/// What an engine has while an issue is open for sending.
pub(super) struct Sending {
    pub(super) run: Run,
    pub(super) lock: Lock,
    pub(super) held: Held,
    /// The last thing that a person had decided when it was opened.
    pub(super) decided: i64,
    /// The rows of the plan; none once it is sealed.
    pub(super) staged: Option<StagedRows>,
    /// What is known of the plan, once it is sealed.
    pub(super) sealed: Option<Sealed>,
}
