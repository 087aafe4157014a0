//! One person on one list.

use std::collections::BTreeMap;

use crate::foundation::Address;

/// One person, as a list's row has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscriber {
    /// Where mail goes.
    pub address: Address,
    /// What they are called; empty where unknown.
    pub name: String,
    /// The language they read (BCP 47), where known.
    pub language: Option<String>,
    /// Words they are marked with.
    pub tags: Vec<String>,
    /// Whether the list itself says that they get mail.
    pub status: Status,
    /// Any other column, by its name.
    pub fields: BTreeMap<String, String>,
}

/// What a list's row says of whether its person gets mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// Gets mail.
    #[default]
    Active,
    /// Has left; kept so that nobody adds them again by mistake.
    Unsubscribed,
    /// Mail to them came back.
    Bounced,
    /// Has not confirmed yet.
    Pending,
}

impl Status {
    /// Whether a person of this status gets mail.
    pub fn gets_mail(self) -> bool {
        self == Self::Active
    }

    /// The word that lists write for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Unsubscribed => "unsubscribed",
            Self::Bounced => "bounced",
            Self::Pending => "pending",
        }
    }
}
