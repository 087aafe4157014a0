//! What a copy is called.

use crate::foundation::{CanonicalAddress, Key};

use super::token::lower_base32;

/// A copy's Message-ID without its angle brackets (RFC 5322 section 3.6.4): the same for every attempt at it, different for every copy, and telling nothing of who gets it.
pub fn message_id(
    key: &Key,
    scope: &str,
    publication: &str,
    issue: &str,
    canonical: &CanonicalAddress,
    domain: &str,
) -> String {
    let mac = key.mac("message-id", &[publication, scope, issue, canonical.as_str()]);
    [&*lower_base32(&mac[..20]), "@", domain].concat()
}
