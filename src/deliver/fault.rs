//! Whose fault a refusal is.

use crate::message::{EnhancedCode, Phase, Reply};

/// Whom a 4yz or 5yz reply concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// This recipient, or this message to it: the copy is deferred or rejected.
    Recipient,
    /// Us: every copy would be refused, so the run stops.
    Sender,
    /// The relay, for a while: the connection is closed and tried again later.
    Relay,
}

/// Texts by which relays say, in whatever code, that they do not relay for us.
const NO_RELAYING: &[&str] = &[
    "relay access denied",
    "relaying denied",
    "relay denied",
    "relay not permitted",
    "relay not allowed",
    "relaying not allowed",
    "relaying not permitted",
    "relaying is not permitted",
    "not permitted to relay",
    "not allowed to relay",
    "unable to relay",
    "we do not relay",
];

/// Texts by which relays refuse the client or its sender; Postfix answers so to RCPT, since it waits with such verdicts.
const SENDER_REJECTED: &[&str] = &[
    "sender address rejected",
    "client host rejected",
    "helo command rejected",
    "authentication required",
    "must issue a starttls",
];

/// Under subject 7 (security and policy), the details that concern the recipient: list expansion (RFC 3463), a mailbox with another owner
/// (RFC 7293), and the restrictions that Exchange lets a mailbox or group set.
const RECIPIENTS_POLICY: &[u16] = &[2, 17, 18, 19, 124, 129, 133, 134, 135, 136];

impl Fault {
    /// Whose fault a refusal is, by the phase it came in, its codes, and (where codes are too coarse) its words.
    pub fn of(phase: Phase, reply: &Reply) -> Self {
        if reply.code == 421 {
            return Self::Relay;
        }
        match phase {
            Phase::Recipient | Phase::Data | Phase::Body | Phase::Terminator => of_transaction(reply),
            _ if reply.is_permanent() => Self::Sender,
            _ => Self::Relay,
        }
    }
}

fn of_transaction(reply: &Reply) -> Fault {
    let text = reply.text.to_lowercase();
    let says = |phrases: &[&str]| phrases.iter().any(|phrase| text.contains(phrase));
    if says(NO_RELAYING) {
        return Fault::Sender;
    }
    // A 4yz may be greylisting, whatever its words: it costs this copy a delay, not the run.
    if !reply.is_permanent() || says(&["recipient address rejected"]) {
        return Fault::Recipient;
    }
    let code = matches!(reply.code, 502..=504 | 530 | 534 | 535 | 538);
    if code || says(SENDER_REJECTED) || reply.enhanced.is_some_and(speaks_of_us) {
        Fault::Sender
    } else {
        Fault::Recipient
    }
}

/// X.7.z: policy. X.1.7 and X.1.8: the sender's address (RFC 3463 sections 3.2 and 3.8).
fn speaks_of_us(code: EnhancedCode) -> bool {
    match code.subject {
        1 => matches!(code.detail, 7 | 8),
        7 => !RECIPIENTS_POLICY.contains(&code.detail),
        _ => false,
    }
}
