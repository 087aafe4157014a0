//! A list's row, usable or not.

use crate::foundation::CanonicalAddress;

use super::Subscriber;

/// What one row of a list came to. Every row read is one of these, so that tables add up to the rows of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A person.
    Usable {
        /// The row's line in the file, from 1.
        line: usize,
        /// Who it is.
        subscriber: Subscriber,
    },
    /// A row that no mail can be sent to.
    Unusable {
        /// The row's line in the file, from 1.
        line: usize,
        /// What stands where the address should; empty where nothing does.
        written: String,
        /// Why it cannot be used: lower case, no final period.
        reason: String,
    },
}

impl Row {
    /// Its line in the file, from 1.
    pub fn line(&self) -> usize {
        match self {
            Self::Usable { line, .. } | Self::Unusable { line, .. } => *line,
        }
    }

    /// Whether it is the row of an address.
    pub fn is(&self, address: &CanonicalAddress) -> bool {
        matches!(self, Self::Usable { subscriber, .. } if subscriber.address.canonical() == *address)
    }
}
