//! One copy, ready to be handed over.

use super::{Attempt, Envelope, Octets};

/// One subscriber's copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Which try of which row it is.
    pub attempt: Attempt,
    /// Who it is from and to, for SMTP.
    pub envelope: Envelope,
    /// Its Message-ID, without angle brackets.
    pub id: String,
    /// Headers and body as DATA carries them: ASCII, lines of at most 998 octets that end in CRLF, dots stuffed (RFC 5321 section 4.5.2),
    /// the last line ended, the final `.` not included.
    pub octets: Octets,
}
