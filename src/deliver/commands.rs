//! MAIL and RCPT, built so that nothing in an address can become a command.

use crate::foundation::Address;
use crate::message::{Message, Reply};

use super::offer::Offer;

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
        if !message.bytes.ends_with(b"\r\n") {
            return Err(Reply::new(
                554,
                "5.6.0 not offered to the relay: the message's last line is not ended",
            ));
        }
        let mut mail = format!("MAIL FROM:<{}>", path(&envelope.sender)?);
        if offer.size {
            mail.push_str(" SIZE=");
            mail.push_str(&message.bytes.len().to_string());
        }
        if utf8 {
            mail.push_str(" SMTPUTF8");
        }
        mail.push_str("\r\n");
        let recipient = format!("RCPT TO:<{}>\r\n", path(&envelope.recipient)?);
        Ok(Self { mail, recipient })
    }
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
