//! Why copies are not where they should be, summed up.

use super::RowState;

/// Copies of one state that have one reason in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Their state.
    pub state: RowState,
    /// The enhanced status code of the relay's last answer (RFC 3463), or its basic code where it gave no other (RFC 5321 section 4.2.1). A suppressed copy has none.
    pub code: Option<String>,
    /// The recipients' domain; none for suppressed copies, whose reason is their own.
    pub domain: Option<String>,
    /// How many there are.
    pub copies: u64,
    /// What was said of one of them.
    pub example: String,
}

impl Reason {
    /// Whether a person called them off.
    pub fn is_cancelled(&self) -> bool {
        self.state == RowState::Suppressed && self.example == CANCELLED
    }
}

/// What stands in the ledger of copies that were called off.
const CANCELLED: &str = "cancelled";
