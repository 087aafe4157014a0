//! A row, as the model has it.

use digest_cli::ledger::RowState;
use jiff::Timestamp;

/// Why a row is suppressed, as far as it decides what the next plan makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    Unwanted,
    CannotBeMade,
    Cancelled,
}

#[derive(Debug, Clone)]
pub(super) struct Copy {
    pub(super) state: RowState,
    pub(super) why: Option<Why>,
    pub(super) attempts: u32,
    pub(super) due: Option<Timestamp>,
    pub(super) deferred_since: Option<Timestamp>,
    pub(super) edition: u32,
    pub(super) lists: Vec<String>,
    /// How often the relay took it: what readers see.
    pub(super) delivered: u32,
    /// The issue was cancelled while it was under way.
    pub(super) cancelled: bool,
}

impl Copy {
    pub(super) fn suppress(&mut self, why: Why) {
        self.state = RowState::Suppressed;
        self.why = Some(why);
        self.due = None;
    }

    pub(super) fn leave(&mut self, list: &str) {
        self.lists.retain(|name| name != list);
        if self.lists.is_empty() {
            self.suppress(Why::Unwanted);
        }
    }

    pub(super) fn waits(&self) -> bool {
        matches!(self.state, RowState::Planned | RowState::Deferred)
    }
}
