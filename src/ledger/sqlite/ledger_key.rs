//! What a ledger knows of the publication's key.

use std::sync::Arc;

use uuid::Uuid;

/// The keyed hash of a canonical address, hexadecimal, as in [`Suppression::hash`](crate::ledger::Suppression::hash). The engine asks for it only where someone was
/// forgotten: they are known by nothing else.
pub type AddressHash = Arc<dyn Fn(&str) -> String + Send + Sync>;

/// The publication's key as a ledger sees it. With another key, who was forgotten would be known no more, and copies would carry tokens that nobody can read: a ledger
/// opens only with the key it was made with.
#[derive(Clone)]
pub struct LedgerKey {
    /// The key's id, which may be seen by everyone.
    pub id: String,
    /// Hashes with it.
    pub hash: AddressHash,
}

impl LedgerKey {
    /// What tells this key from others: the hash of something that is no address, for one ledger alone.
    pub(super) fn check(&self, ledger: Uuid) -> String {
        (self.hash)(&format!("digest ledger key check {ledger}"))
    }
}

impl std::fmt::Debug for LedgerKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "LedgerKey({})", self.id)
    }
}
