//! What a person asked of a send.

use crate::foundation::Rate;

/// The flags of `digest send` that say who gets the issue, and when not to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct SendRequest {
    /// Only these of the lists; empty means all.
    pub lists: Vec<String>,
    /// Only subscribers with one of these tags; empty means all.
    pub tags: Vec<String>,
    /// Into the sandbox.
    pub sandbox: bool,
    /// A missing ledger may be made.
    pub new_ledger: bool,
    /// At most this many copies now.
    pub limit: Option<u64>,
    /// At this rate, instead of the one in digest.yaml.
    pub rate: Option<Rate>,
    /// Also those who joined later than `late_joiners` allows.
    pub late: bool,
    /// The issue has changed since the plan was frozen, knowingly.
    pub changed: bool,
    /// Copies in doubt are sent again.
    pub resend_in_doubt: bool,
}
