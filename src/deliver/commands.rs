//! MAIL and RCPT, built so that nothing in an address can become a command.

use std::borrow::Cow;
use std::fmt::Write;

use crate::foundation::{Address, every_byte};
use crate::message::{Message, Reply};

use super::offer::Offer;

/// An ENVID with more characters is refused (RFC 3461 section 4.4).
const MOST_ENVID: usize = 90;
/// Asks for the message's turn.
pub(super) const DATA: &str = "DATA\r\n";
/// Ends the message.
pub(super) const DOT: &str = ".\r\n";

/// The envelope's commands, each with its CRLF.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Commands {
    group: String,
    /// Where MAIL ends.
    mail: usize,
    /// Where RCPT ends.
    recipient: usize,
}

/// As long as most groups are.
const GROUP: usize = 256;

impl Commands {
    /// The whole envelope as one group, DATA last as it must be (RFC 2920 section 3.1).
    pub(super) fn group(&self) -> &str {
        &self.group
    }

    /// The first of them.
    pub(super) fn mail(&self) -> &str {
        &self.group[..self.mail]
    }

    /// The second.
    pub(super) fn recipient(&self) -> &str {
        &self.group[self.mail..self.recipient]
    }

    /// The commands for a message at a server, or, where it cannot be offered to it at all, the refusal that we give in its stead.
    pub(super) fn new(message: &Message, offer: &Offer) -> Result<Self, Reply> {
        let envelope = &message.envelope;
        let utf8 = envelope.needs_smtputf8();
        if utf8 && !offer.smtputf8 {
            return Err(Reply::new(
                553,
                "5.6.7 not offered to the relay: the address needs SMTPUTF8, which it does not announce",
            ));
        }
        if !message.octets.ends_with(b"\r\n") {
            return Err(Reply::new(
                554,
                "5.6.0 not offered to the relay: the message's last line is not ended",
            ));
        }
        let (sender, recipient) = (path(&envelope.sender)?, path(&envelope.recipient)?);
        let mut group = String::with_capacity(GROUP);
        for part in ["MAIL FROM:<", &sender, ">"] {
            group.push_str(part);
        }
        if let Some(most) = offer.size {
            let size = message.octets.len();
            if most > 0 && size > most {
                return Err(too_large(size, most));
            }
            let _ = write!(group, " SIZE={size}");
        }
        if utf8 {
            group.push_str(" SMTPUTF8");
            // Only such a message holds anything but ASCII.
            if offer.eight_bit {
                group.push_str(" BODY=8BITMIME");
            }
        }
        if offer.dsn {
            group.push_str(" RET=HDRS");
            // RFC 3461 section 4.4.
            if message.id.len() <= MOST_ENVID {
                let _ = write!(group, " ENVID={}", xtext(&message.id));
            }
        }
        group.push_str("\r\n");
        let mail = group.len();
        for part in ["RCPT TO:<", &recipient, ">"] {
            group.push_str(part);
        }
        if offer.dsn {
            group.push_str(" NOTIFY=FAILURE");
            if !utf8 {
                let _ = write!(group, " ORCPT=rfc822;{}", xtext(&recipient));
            }
        }
        group.push_str("\r\n");
        let recipient = group.len();
        group.push_str(DATA);
        Ok(Self {
            group,
            mail,
            recipient,
        })
    }
}

/// Not this copy's fault alone: every copy of an issue is about as large.
fn too_large(size: usize, most: usize) -> Reply {
    Reply::new(
        552,
        format!(
            "5.3.4 not offered to the relay: the message has {size} octets, and the relay takes {most} at most"
        ),
    )
}

/// RFC 3461 section 4.
fn xtext(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_graphic() && !matches!(byte, b'+' | b'=') {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "+{byte:02X}");
        }
    }
    encoded
}

/// An [`Address`] cannot hold these characters; that no other code keeps the relay from being told lies is not reason enough to trust it here.
fn path(address: &Address) -> Result<Cow<'_, str>, Reply> {
    let path = address.wire();
    let ends = |c: char| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>');
    let is_plain = |byte| matches!(byte, b'!'..=b'~') && !matches!(byte, b'<' | b'>');
    if !every_byte(path.as_bytes(), is_plain) && path.chars().any(ends) {
        return Err(Reply::new(
            553,
            "5.1.3 not offered to the relay: the address holds a character that would end the command",
        ));
    }
    Ok(path)
}
