//! A row as a plan reads it back.

use crate::ledger::Standing;

/// One row of a list. Its address stands with the group that it is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::ledger) struct StagedRow {
    /// Its list, by the order staged.
    pub list: usize,
    /// What the list says of it.
    pub standing: Standing,
    /// Where mail goes.
    pub mail_to: String,
    /// The profile, as JSON.
    pub profile: String,
}
