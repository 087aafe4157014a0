//! Who must not get mail, whatever a list says.

use jiff::Timestamp;

use crate::foundation::CanonicalAddress;

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppression {
    /// The address; absent once it was forgotten, when only its keyed hash is kept.
    pub canonical: Option<CanonicalAddress>,
    /// Keyed hash of the canonical address, hexadecimal: `Key::mac("suppression", [address])`.
    pub hash: String,
    /// For one list or for all.
    pub scope: SuppressionScope,
    /// Why.
    pub reason: SuppressionReason,
    /// Since when.
    pub since: Timestamp,
}

/// What a suppression covers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum SuppressionScope {
    /// One list of the publication.
    List(String),
    /// Every list.
    All,
}

/// Why someone gets no mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SuppressionReason {
    /// They left.
    Unsubscribed,
    /// Mail to them came back for good.
    Bounced,
    /// They reported it as spam.
    Complained,
    /// They asked to be forgotten.
    Forgotten,
}

impl SuppressionReason {
    /// Every reason.
    pub const ALL: [Self; 4] = [
        Self::Unsubscribed,
        Self::Bounced,
        Self::Complained,
        Self::Forgotten,
    ];

    /// The reason with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.name() == name)
    }

    /// Its name in the ledger, in JSON and in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unsubscribed => "unsubscribed",
            Self::Bounced => "bounced",
            Self::Complained => "complained",
            Self::Forgotten => "forgotten",
        }
    }
}
