//! How a subscriber leaves.

use crate::foundation::Address;

/// Where a subscriber unsubscribes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unsubscribe {
    /// An https address; a copy's own token is appended as its last path segment.
    pub url: Option<String>,
    /// An address that takes unsubscribe mail; a copy's own token becomes the mail's subject.
    pub mailto: Option<Address>,
    /// The operator's word that `url` follows RFC 8058: only then does `List-Unsubscribe-Post` go out.
    pub one_click: bool,
}
