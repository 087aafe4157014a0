//! What became of one try.

use std::fmt;

use super::Reply;

/// How far the dialogue was when something happened; what comes later is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Opening the TCP connection.
    Connect,
    /// The server's first line.
    Greeting,
    /// EHLO.
    Hello,
    /// STARTTLS or the TLS handshake.
    Tls,
    /// AUTH.
    Auth,
    /// MAIL FROM.
    Mail,
    /// RCPT TO.
    Recipient,
    /// DATA.
    Data,
    /// The message's bytes.
    Body,
    /// The final dot and the reply to it.
    Terminator,
}

impl Phase {
    /// Whether a transaction was begun, and nothing handed over.
    pub fn is_in_transaction(self) -> bool {
        matches!(self, Self::Mail | Self::Recipient | Self::Data | Self::Body)
    }
}

/// What became of one try at one copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The relay took it (2yz to the final dot): final.
    Accepted(Reply),
    /// The relay refused this recipient or this message: 4yz defers, 5yz rejects.
    Refused {
        /// Where in the dialogue.
        phase: Phase,
        /// What it said.
        reply: Reply,
    },
    /// The relay refused us while it was offered this copy, and had taken none of the run before: nobody can tell yet whether it means
    /// everyone. The row is planned again, and the try counts, so that its turn comes last.
    TurnedAway {
        /// Where in the dialogue.
        phase: Phase,
        /// What it said.
        reply: Reply,
    },
    /// Nothing was handed over: the connection was lost before the final dot, or the run stopped. The row is planned again.
    NotHandedOver,
    /// The final dot was written and no answer came (RFC 1047): nobody can know.
    InDoubt {
        /// What happened instead of an answer.
        evidence: String,
    },
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Connect => "connecting",
            Self::Greeting => "the greeting",
            Self::Hello => "EHLO",
            Self::Tls => "TLS",
            Self::Auth => "AUTH",
            Self::Mail => "MAIL",
            Self::Recipient => "RCPT",
            Self::Data => "DATA",
            Self::Body => "the message",
            Self::Terminator => "the final dot",
        })
    }
}
