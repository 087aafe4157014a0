//! An open run.

use super::claim::Held;
use super::lock::Lock;
use crate::ledger::Run;
use crate::ledger::staged::StagedRows;

/// What an engine has while an issue is open for sending.
pub(super) struct Sending {
    pub(super) run: Run,
    pub(super) lock: Lock,
    pub(super) held: Held,
    /// The rows of the plan; none once it is sealed.
    pub(super) staged: Option<StagedRows>,
    /// How many rows the issue had when its plan was sealed.
    pub(super) sealed: Option<u64>,
}
