//! What MAIL and RCPT say.

use crate::foundation::Address;

/// The SMTP envelope of one copy (RFC 5321 section 2.3.1): independent of the headers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// The reverse path: where bounces go.
    pub sender: Address,
    /// The one recipient.
    pub recipient: Address,
}

impl Envelope {
    /// Whether the server must offer SMTPUTF8 (RFC 6531 section 3.3).
    pub fn needs_smtputf8(&self) -> bool {
        self.sender.needs_smtputf8() || self.recipient.needs_smtputf8()
    }
}
