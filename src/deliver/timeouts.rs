//! How long each answer is waited for.

use std::time::Duration;

/// Limits in time, one for each exchange. The defaults are those of RFC 5321 section 4.5.3.2; shorter ones risk second copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// The TCP connection, and the TLS handshake.
    pub connect: Duration,
    /// The server's first line.
    pub greeting: Duration,
    /// EHLO, STARTTLS and RSET.
    pub hello: Duration,
    /// Each step of AUTH (RFC 4954 section 4).
    pub auth: Duration,
    /// MAIL.
    pub mail: Duration,
    /// RCPT.
    pub recipient: Duration,
    /// DATA, until 354.
    pub data: Duration,
    /// Each block of the message, until the connection takes it.
    pub block: Duration,
    /// The final dot, until its answer.
    pub terminator: Duration,
    /// QUIT: a courtesy, nothing depends on its answer.
    pub quit: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(30),
            greeting: Duration::from_mins(5),
            hello: Duration::from_mins(5),
            auth: Duration::from_mins(3),
            mail: Duration::from_mins(5),
            recipient: Duration::from_mins(5),
            data: Duration::from_mins(2),
            block: Duration::from_mins(3),
            terminator: Duration::from_mins(10),
            quit: Duration::from_secs(5),
        }
    }
}
