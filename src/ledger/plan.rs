//! What a plan takes in, and what it comes to.

use std::time::Duration;

use jiff::Timestamp;

use crate::foundation::CanonicalAddress;
use crate::subscriber::Profile;

/// One row of a list, as staged. Rows with one canonical address become one ledger row: one list that wants someone is enough, and the row then names the lists that
/// do, with the values of the first of them. A row that was planned keeps the values it was planned with, until a new edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The address for comparison. An unusable row has what was written there, or `LIST:LINE` where nothing was.
    pub canonical: CanonicalAddress,
    /// The address mail goes to.
    pub mail_to: String,
    /// The list it stands on.
    pub list: String,
    /// What slots see. Without an `email`, that is where mail goes; a list's rows need not say it twice.
    pub profile: Profile,
    /// Whether mail may go there.
    pub standing: Standing,
}

/// What the list itself says of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Mail may go there.
    Wanted,
    /// The list says no: `unsubscribed`, `pending`, `bounced` …
    Suppressed(String),
    /// No mail can be sent there: why.
    Unusable(String),
}

/// An edition as the ledger keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrozenEdition {
    /// SHA-256 of `content`, hexadecimal.
    pub hash: String,
    /// The edition as JSON, not compressed (the engine compresses).
    pub content: String,
    /// The Date header of every copy of it (RFC 5322 section 3.3).
    pub date: String,
}

/// How a plan treats those who come and go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanPolicy {
    /// Now.
    pub now: Timestamp,
    /// How long after the first copy someone who joins, or comes back, still gets the issue; `None` with `--late`.
    pub late_joiners: Option<Duration>,
    /// Who says that copies in doubt are to be sent again, to those whom the staged lists still want: some may get two. `None` leaves them in doubt.
    pub resend: Option<String>,
}

/// What a plan comes to: for each list, and over all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Survey {
    /// For each list that was staged, in the order staged.
    pub lists: Vec<ListTally>,
    /// Rows of the ledger that were planned or deferred and stand on no staged list any more.
    pub left: u64,
}

/// What a list's rows come to. `to_send + sent + refused + in_doubt + suppressed + unusable + duplicates` is `read`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListTally {
    /// The list's name.
    pub list: String,
    /// Rows read.
    pub read: u64,
    /// Planned or deferred.
    pub to_send: u64,
    /// Of those, how many are deferred.
    pub deferred: u64,
    /// Of those to send, how many have joined since the first copy was accepted.
    pub joined: u64,
    /// Accepted.
    pub sent: u64,
    /// Rejected or expired.
    pub refused: u64,
    /// In doubt.
    pub in_doubt: u64,
    /// Suppressed.
    pub suppressed: u64,
    /// Rows no mail can be sent to.
    pub unusable: u64,
    /// Rows whose address already stood above in this list, or on a list staged before.
    pub duplicates: u64,
}
