//! E-mail addresses: as written, as compared, as put on the wire.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use memchr::memrchr;
use unicode_normalization::UnicodeNormalization;

use super::{every_byte, no_pair};

/// An address that mail can be sent to (RFC 5321 section 4.1.2, RFC 6531): no quoted local part, no address literal, a domain with a dot.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Address {
    written: String,
    /// How long the part of `written` before the `@` is.
    local: usize,
    /// Lower-case A-labels (RFC 5890).
    domain: String,
}

/// An address for comparison only: domain as lower-case A-labels, local part NFC and lower-cased. No dot or plus folding: to a
/// mailbox provider `a.b@` and `ab@` may be two people.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CanonicalAddress(String);

/// Why a text is no address that mail can be sent to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Nothing was written.
    #[error("there is no address")]
    Empty,
    /// There is no `@`.
    #[error("there is no `@`")]
    NoAt,
    /// Nothing before the `@`.
    #[error("nothing stands before the `@`")]
    NoLocalPart,
    /// A character that no address has here.
    #[error("it holds {0:?}, which no address has there")]
    Character(char),
    /// A dot at an end of the local part, or two in a row.
    #[error("a dot stands at an end of the part before the `@`, or twice in a row")]
    Dots,
    /// The local part has more than 64 octets (RFC 5321 section 4.5.3.1.1).
    #[error("the part before the `@` is longer than 64 octets")]
    LongLocalPart,
    /// The domain has no dot.
    #[error("the domain has no dot")]
    NoDot,
    /// The domain is no host name.
    #[error("the domain is not valid")]
    Domain,
    /// More than 254 octets in all (RFC 5321 section 4.5.3.1.3, less the angle brackets).
    #[error("it is longer than 254 octets")]
    Long,
}

impl Address {
    /// Parses an address, without a display name; white space around it is ignored.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let written = text.trim();
        if written.is_empty() {
            return Err(AddressError::Empty);
        }
        let at = memrchr(b'@', written.as_bytes()).ok_or(AddressError::NoAt)?;
        let (local, domain) = (&written[..at], &written[at + 1..]);
        check_local(local)?;
        let domain = domain_a_labels(domain)?;
        if local.len() + 1 + domain.len() > 254 {
            return Err(AddressError::Long);
        }
        Ok(Self {
            written: written.to_owned(),
            local: local.len(),
            domain,
        })
    }

    /// As the person wrote it.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The same, where nothing else of it is needed any more.
    pub fn into_written(self) -> String {
        self.written
    }

    /// The part before the `@`, as written.
    pub fn local(&self) -> &str {
        &self.written[..self.local]
    }

    /// The domain as lower-case A-labels.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// As an SMTP command carries it: the local part as written, the domain in A-labels.
    pub fn wire(&self) -> Cow<'_, str> {
        if self.written[self.local + 1..] == self.domain {
            return Cow::Borrowed(&self.written);
        }
        Cow::Owned([self.local(), "@", &self.domain].concat())
    }

    /// The same mailbox's address with a tag behind its local part (RFC 5233). The delimiter and the tag are of characters that may stand there, and short enough.
    #[must_use]
    pub fn tagged(&self, delimiter: char, tag: &str) -> Self {
        let mut octets = [0; 4];
        let delimiter: &str = delimiter.encode_utf8(&mut octets);
        Self {
            written: [self.local(), delimiter, tag, "@", &self.domain].concat(),
            local: self.local + delimiter.len() + tag.len(),
            domain: self.domain.clone(),
        }
    }

    /// For comparison.
    pub fn canonical(&self) -> CanonicalAddress {
        let local = self.local();
        if local.is_ascii() {
            let mut text = String::with_capacity(local.len() + 1 + self.domain.len());
            text.push_str(local);
            text.make_ascii_lowercase();
            text.push('@');
            text.push_str(&self.domain);
            return CanonicalAddress(text);
        }
        let local: String = local.nfc().collect::<String>().to_lowercase();
        // Lower-casing can denormalise (a final sigma, a dotted I), so compose once more.
        let local: String = local.nfc().collect();
        CanonicalAddress(format!("{local}@{}", self.domain))
    }

    /// Whether it can go only to a server that offers SMTPUTF8 (RFC 6531 section 3.3).
    pub fn needs_smtputf8(&self) -> bool {
        !self.local().is_ascii()
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        Self::parse(text)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl CanonicalAddress {
    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// One that was canonical when it was stored.
    pub fn stored(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for CanonicalAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn check_local(local: &str) -> Result<(), AddressError> {
    if local.is_empty() {
        return Err(AddressError::NoLocalPart);
    }
    if local.len() > 64 {
        return Err(AddressError::LongLocalPart);
    }
    // Most are of these alone.
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'+');
    // atext of RFC 5322 section 3.2.3, and any non-ASCII character that can be seen (RFC 6532 section 3.2).
    let allowed = |c: char| {
        c.is_ascii_alphanumeric()
            || matches!(c, '!' | '#'..='\'' | '*' | '+' | '-'..='/' | '=' | '?' | '^'..='`' | '{'..='~')
            || (!c.is_ascii() && !c.is_control() && !c.is_whitespace() && !is_invisible(c))
    };
    if !every_byte(local.as_bytes(), is_plain)
        // Some are other characters' doubles, and become those when addresses are compared: a Greek question mark is a semicolon.
        && let Some(character) = local.chars().find(|c| !allowed(*c) || !std::iter::once(*c).nfc().all(allowed))
    {
        return Err(AddressError::Character(character));
    }
    let even = no_pair(local.as_bytes(), |one, other| one == b'.' && other == b'.');
    if local.starts_with('.') || local.ends_with('.') || !even {
        return Err(AddressError::Dots);
    }
    Ok(())
}

fn domain_a_labels(domain: &str) -> Result<String, AddressError> {
    let (ascii, valid) = if is_plain(domain) {
        (domain.to_ascii_lowercase(), true)
    } else {
        let ascii = idna::domain_to_ascii_strict(domain).map_err(|_| AddressError::Domain)?;
        let valid = ascii.split('.').all(is_host_label);
        (ascii, valid)
    };
    let dot = memrchr(b'.', ascii.as_bytes()).ok_or(AddressError::NoDot)?;
    let is_number = ascii[dot + 1..].bytes().all(|b| b.is_ascii_digit());
    if valid && !is_number {
        Ok(ascii)
    } else {
        Err(AddressError::Domain)
    }
}

/// Whether a domain is a host name of ASCII letters and digits, with no two hyphens in a row, as A-labels have: most are, and then there is nothing to be found out.
fn is_plain(domain: &str) -> bool {
    let mut length = 0;
    let mut before = b'.';
    for byte in domain.bytes() {
        let parts = matches!(byte, b'.' | b'-');
        if (parts && matches!(before, b'.' | b'-')) || !(parts || byte.is_ascii_alphanumeric()) {
            return false;
        }
        length = if byte == b'.' { 0 } else { length + 1 };
        if length > 63 {
            return false;
        }
        before = byte;
    }
    domain.len() <= 253 && !matches!(before, b'.' | b'-')
}

/// RFC 1123 section 2.1.
fn is_host_label(label: &str) -> bool {
    !label.is_empty()
        && label.len() <= 63
        && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// Characters that are drawn as nothing or turn the direction of text: they hide what an address is.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}
