//! Whose copies the server puts off.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

/// One in so many recipients is concerned.
pub(crate) const ONE_IN: u64 = 10;

/// While they last, recipients are refused for now whose name ends in a zero: one in [`ONE_IN`], far apart in a ledger that holds them by address.
#[derive(Default)]
pub(super) struct Deferrals(AtomicBool);

impl Deferrals {
    /// From now on they are refused, or not any more.
    pub(super) fn last(&self, last: bool) {
        self.0.store(last, Relaxed);
    }

    /// Whether the recipient that a RCPT command names is refused.
    pub(super) fn concern(&self, command: &[u8]) -> bool {
        let mut parts = command.split(|octet| *octet == b'@');
        self.0.load(Relaxed) && parts.next().is_some_and(|name| name.ends_with(b"0"))
    }
}
