//! A subscriber's copy, as the ledger knows it.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::foundation::CanonicalAddress;
use crate::message::Reply;

/// The named state every subscriber is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum RowState {
    /// To be sent.
    Planned = 0,
    /// Refused for now (4yz); to be tried again.
    Deferred = 1,
    /// The final dot is about to be written, or was. Seen only while a run lasts.
    Committing = 2,
    /// The relay took it.
    Accepted = 3,
    /// The relay refused it for good (5yz).
    Rejected = 4,
    /// The final dot was written and no answer came.
    InDoubt = 5,
    /// Not to be sent, for the reason that stands with it.
    Suppressed = 6,
    /// Deferred until it was too late.
    Expired = 7,
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its id; ids follow the order of addresses within a plan.
    pub id: i64,
    /// The address for comparison.
    pub canonical: CanonicalAddress,
    /// The address mail goes to, as written.
    pub mail_to: String,
    /// The lists that hold it.
    pub lists: Vec<String>,
    /// Its state.
    pub state: RowState,
    /// Why, where the state has a reason (suppressed, in doubt).
    pub reason: Option<String>,
    /// Which edition it got or will get, from 1.
    pub edition: u32,
    /// Tries so far.
    pub attempts: u32,
    /// When a deferred row is due.
    pub due: Option<Timestamp>,
    /// The relay's last answer.
    pub reply: Option<Reply>,
    /// Its Message-ID. It follows from the publication's key, which an engine does not have: whoever shows rows fills it in.
    pub message_id: Option<String>,
    /// When the state was last changed.
    pub changed: Timestamp,
}

/// How many rows are in which state.
pub type Counts = BTreeMap<RowState, u64>;

/// Which rows are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowFilter {
    /// Only these states; empty means all.
    pub states: Vec<RowState>,
    /// Only these addresses; empty means all.
    pub addresses: Vec<CanonicalAddress>,
    /// Only rows whose last answer had this enhanced code, written `5.7.1`.
    pub enhanced: Option<String>,
}

/// A person's verdict on rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// An in-doubt copy did arrive: accepted.
    Delivered,
    /// An in-doubt copy did not arrive: planned again.
    NotDelivered,
    /// A rejected or expired copy is to be tried again: planned.
    Retry,
}

impl RowState {
    /// Every state, in the order in which tables show them.
    pub const ALL: [Self; 8] = [
        Self::Planned,
        Self::Deferred,
        Self::Committing,
        Self::Accepted,
        Self::Rejected,
        Self::InDoubt,
        Self::Suppressed,
        Self::Expired,
    ];

    /// Its name in JSON, in `--state` and in the ledger's file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Deferred => "deferred",
            Self::Committing => "committing",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::InDoubt => "in_doubt",
            Self::Suppressed => "suppressed",
            Self::Expired => "expired",
        }
    }

    /// The state with a name; dashes are taken for underscores.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.replace('-', "_");
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

impl std::fmt::Display for RowState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(match self {
            Self::InDoubt => "in doubt",
            other => other.name(),
        })
    }
}
