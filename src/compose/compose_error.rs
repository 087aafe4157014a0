//! An edition that no copy can be made from.

use crate::foundation::AddressError;

/// Why no copy of an edition can be composed, whoever the subscriber is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ComposeError {
    /// A tag that MiniJinja does not understand.
    #[error("{origin}: `{tag}`: {reason}")]
    Tag {
        /// Where it was written.
        origin: String,
        /// The tag, with its delimiters.
        tag: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A statement that cannot be filled for each subscriber: it would capture or fetch text that is already encoded.
    #[error("{origin}: `{tag}` cannot be filled for each subscriber")]
    Statement {
        /// Where it was written.
        origin: String,
        /// The tag, with its delimiters.
        tag: String,
    },
    /// An address that no mail can come from or go to.
    #[error("the {role} address `{address}` cannot be used: {reason}")]
    Address {
        /// Which address: `from`, `reply_to`, `bounce`, `unsubscribe`, `help` or `owner`.
        role: &'static str,
        /// The address.
        address: String,
        /// What is wrong with it.
        reason: AddressError,
    },
    /// A header address that most servers refuse: the whole edition would reach only servers that offer SMTPUTF8 (RFC 6531).
    #[error(
        "the {role} address `{address}` has letters outside ASCII before the `@`, which most mail servers refuse"
    )]
    Smtputf8 {
        /// Which address.
        role: &'static str,
        /// The address.
        address: String,
    },
    /// A bounce address with no room for a copy's own tag (RFC 5321 section 4.5.3.1.1).
    #[error(
        "the bounce address `{0}` is too long before the `@`: with a copy's own tag it has more than 64 octets"
    )]
    LongBounce(String),
    /// A publication id that cannot stand in `List-Id` (RFC 2919 section 2).
    #[error(
        "the publication id `{0}` cannot stand in `List-Id`: it takes letters, digits and `-`, parted by dots"
    )]
    PublicationId(String),
    /// A Date that is not one line of ASCII.
    #[error("`{0}` is no date for a header")]
    Date(String),
    /// An archive or help address that would make a header line longer than the 998 octets of RFC 5322 section 2.1.1.
    #[error("the {role} address is {octets} octets long, and a header line takes no more than 900")]
    LongAddress {
        /// Which address: `archive` or `help`.
        role: &'static str,
        /// Its length.
        octets: usize,
    },
    /// An unsubscribe address that would make a header line longer than the 998 octets of RFC 5322 section 2.1.1.
    #[error("the unsubscribe url is {0} octets long, and a header line takes no more than 900")]
    LongLink(usize),
}
