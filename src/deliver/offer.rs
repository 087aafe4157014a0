//! What the server offers.

use lettre::transport::smtp::authentication::Mechanism;

/// The extensions that EHLO announced, as far as we use them. Keywords are compared without case (RFC 5321 section 2.4).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "an extension is announced or it is not"
)]
pub(super) struct Offer {
    /// PIPELINING (RFC 2920).
    pub(super) pipelining: bool,
    /// SIZE (RFC 1870): MAIL may say how large the message is, and it may have so many octets; 0 where the server names no limit.
    pub(super) size: Option<usize>,
    /// 8BITMIME (RFC 6152).
    pub(super) eight_bit: bool,
    /// DSN (RFC 3461): the envelope may say what a bounce is to tell.
    pub(super) dsn: bool,
    /// SMTPUTF8 (RFC 6531).
    pub(super) smtputf8: bool,
    /// STARTTLS (RFC 3207).
    pub(super) starttls: bool,
    /// AUTH's mechanisms, in upper case (RFC 4954).
    pub(super) mechanisms: Vec<String>,
}

impl Offer {
    /// Reads the lines of the reply to EHLO; the first is the server's name.
    pub(super) fn read(lines: &[String]) -> Self {
        let mut offer = Self::default();
        for line in lines.iter().skip(1) {
            let line = line.to_ascii_uppercase();
            let mut words = line.split_ascii_whitespace();
            match words.next() {
                Some("PIPELINING") => offer.pipelining = true,
                Some("SIZE") => {
                    offer.size = Some(words.next().and_then(|most| most.parse().ok()).unwrap_or(0));
                }
                Some("8BITMIME") => offer.eight_bit = true,
                Some("DSN") => offer.dsn = true,
                Some("SMTPUTF8") => offer.smtputf8 = true,
                Some("STARTTLS") => offer.starttls = true,
                Some("AUTH") => offer.mechanisms.extend(words.map(str::to_owned)),
                // `AUTH=LOGIN` is how some announced it before RFC 2554.
                Some(word) if word.starts_with("AUTH=") => {
                    offer.mechanisms.push(word["AUTH=".len()..].to_owned());
                    offer.mechanisms.extend(words.map(str::to_owned));
                }
                _ => {}
            }
        }
        offer
    }

    /// The best mechanism that both sides know. XOAUTH2 takes a token, so it is used only where nothing takes a password.
    pub(super) fn mechanism(&self) -> Option<Mechanism> {
        [
            ("PLAIN", Mechanism::Plain),
            ("LOGIN", Mechanism::Login),
            ("XOAUTH2", Mechanism::Xoauth2),
        ]
        .into_iter()
        .find(|(name, _)| self.mechanisms.iter().any(|offered| offered == name))
        .map(|(_, mechanism)| mechanism)
    }
}
