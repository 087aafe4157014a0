//! The word in a copy that says who unsubscribes from what.

use std::fmt;

use aws_lc_rs::constant_time::verify_slices_are_equal;
use encodify::base32;

use crate::foundation::{CanonicalAddress, Key};

/// An unsubscribe token: a key's id, a dot, and 32 letters and digits made from that key, the list and the subscriber. It holds no address,
/// cannot be made without the key, and never expires.
///
/// It does not compare with `==`: [`Token::matches`] takes the same time whatever the answer.
#[derive(Debug, Clone)]
pub struct Token {
    text: String,
    /// How long the key's id is that it begins with.
    key: usize,
}

const OCTETS: usize = 20;
const LETTERS: usize = OCTETS * 8 / 5;

impl Token {
    /// The token with which a subscriber leaves a list.
    pub fn for_reader(key: &Key, list: &str, canonical: &CanonicalAddress) -> Self {
        let mac = key.mac("unsubscribe", &[list, canonical.as_str()]);
        Self::of(key.id(), &lower_base32(&mac[..OCTETS]))
    }

    fn of(key: &str, mac: &str) -> Self {
        Self {
            text: [key, ".", mac].concat(),
            key: key.len(),
        }
    }

    /// A token of the usual shape that belongs to nobody, for previews and for checks that have no key.
    pub fn specimen() -> Self {
        Self::of("preview", &"x".repeat(LETTERS))
    }

    /// Reads a token; white space around it and the case of its letters do not matter, as mail programs change both.
    pub fn parse(text: &str) -> Option<Self> {
        let (key, mac) = text.trim().split_once('.')?;
        let key_fits = (1..=8).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_alphanumeric());
        let mac = mac.to_ascii_lowercase();
        let mac_fits = mac.len() == LETTERS
            && mac
                .bytes()
                .all(|b| b.is_ascii_lowercase() || (b'2'..=b'7').contains(&b));
        (key_fits && mac_fits).then(|| Self::of(key, &mac))
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The id of the key it was made with.
    pub fn key_id(&self) -> &str {
        &self.text[..self.key]
    }

    /// Lower-case base32 (RFC 4648) of 160 bits.
    fn mac(&self) -> &[u8] {
        &self.text.as_bytes()[self.key + 1..]
    }

    /// Whether it is this subscriber's token for this list. The time taken says nothing about how much of it agrees.
    pub fn matches(&self, key: &Key, list: &str, canonical: &CanonicalAddress) -> bool {
        let right = Self::for_reader(key, list, canonical);
        self.key_id().eq_ignore_ascii_case(right.key_id())
            && verify_slices_are_equal(self.mac(), right.mac()).is_ok()
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Base32 (RFC 4648 section 6) in lower case and without padding: fit for URLs, boundaries and Message-IDs.
pub(super) fn lower_base32(octets: &[u8]) -> String {
    let mut text = base32::STANDARD_NO_PAD.encode(octets);
    text.make_ascii_lowercase();
    text
}
