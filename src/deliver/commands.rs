//! MAIL and RCPT, built so that nothing in an address can become a command.

use std::fmt::Write;

use crate::foundation::Address;
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
    pub(super) mail: String,
    pub(super) recipient: String,
}

impl Commands {
    /// The whole envelope as one group, DATA last as it must be (RFC 2920 section 3.1).
    pub(super) fn group(&self) -> String {
        format!("{}{}{DATA}", self.mail, self.recipient)
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
        let mut mail = format!("MAIL FROM:<{}>", path(&envelope.sender)?);
        let mut recipient = format!("RCPT TO:<{}>", path(&envelope.recipient)?);
        if let Some(most) = offer.size {
            let size = message.octets.len();
            if most > 0 && size > most {
                return Err(too_large(size, most));
            }
            let _ = write!(mail, " SIZE={size}");
        }
        if utf8 {
            mail.push_str(" SMTPUTF8");
            // Only such a message holds anything but ASCII.
            if offer.eight_bit {
                mail.push_str(" BODY=8BITMIME");
            }
        }
        if offer.dsn {
            mail.push_str(" RET=HDRS");
            // RFC 3461 section 4.4.
            if message.id.len() <= MOST_ENVID {
                let _ = write!(mail, " ENVID={}", xtext(&message.id));
            }
            recipient.push_str(" NOTIFY=FAILURE");
            if !utf8 {
                let _ = write!(recipient, " ORCPT=rfc822;{}", xtext(&envelope.recipient.wire()));
            }
        }
        mail.push_str("\r\n");
        recipient.push_str("\r\n");
        Ok(Self { mail, recipient })
    }
}

/// Not this copy's fault alone: every copy of an issue is about as large.
fn too_large(size: usize, most: usize) -> Reply {
    Reply::new(
        552,
        &format!(
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
fn path(address: &Address) -> Result<String, Reply> {
    let path = address.wire();
    if path
        .chars()
        .any(|c| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>'))
    {
        return Err(Reply::new(
            553,
            "5.1.3 not offered to the relay: the address holds a character that would end the command",
        ));
    }
    Ok(path)
}
