//! Where a copy's bounces go.

use crate::edition::Edition;
use crate::foundation::{Address, Key};

use super::{BounceTag, ComposeError};

/// The longest local part (RFC 5321 section 4.5.3.1.1).
const LONGEST_LOCAL: usize = 64;

/// An edition's envelope sender: one for all copies, or one for each (VERP).
#[derive(Debug, Clone)]
pub(super) struct ReturnPath {
    sender: Address,
    delimiter: Option<char>,
    publication: String,
    issue: String,
}

impl ReturnPath {
    /// Reads an edition's.
    ///
    /// # Errors
    ///
    /// Where it is no address, or has no room for a tag by this key.
    pub(super) fn new(edition: &Edition, key: &Key) -> Result<Self, ComposeError> {
        let address = &edition.envelope_sender;
        let sender = Address::parse(address).map_err(|reason| ComposeError::Address {
            role: "bounce",
            address: address.clone(),
            reason,
        })?;
        let delimiter = edition.bounce_delimiter;
        if delimiter.is_some() && sender.local().len() + 1 + BounceTag::longest(key) > LONGEST_LOCAL {
            return Err(ComposeError::LongBounce(address.clone()));
        }
        Ok(Self {
            sender,
            delimiter,
            publication: edition.publication.clone(),
            issue: edition.issue.clone(),
        })
    }

    /// The envelope sender of the copy that a row stands for.
    pub(super) fn of_copy(&self, key: &Key, scope: &str, row: i64) -> Address {
        let Some(delimiter) = self.delimiter else {
            return self.sender.clone();
        };
        let tag = BounceTag::of_copy(key, &self.publication, scope, &self.issue, row);
        self.sender.tagged(delimiter, tag.as_str())
    }
}
