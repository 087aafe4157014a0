//! The word in an envelope sender that says which copy came back.

use std::fmt;

use aws_lc_rs::constant_time::verify_slices_are_equal;

use crate::foundation::Key;

use super::token::lower_base32;

/// A variable envelope return path's tag: a key's id, the copy's row in the ledger, and 13 letters and digits made from that key, the issue and the row. A bounce comes back
/// to an address that holds it, whatever became of the message inside, and nobody without the key can make one that is believed.
///
/// It holds no address: who bounced is known by the row alone. Does not compare with `==`: [`BounceTag::matches`] takes the same time whatever the answer.
#[derive(Debug, Clone)]
pub struct BounceTag {
    text: String,
    /// How long the key's id is that it begins with.
    key: usize,
    row: i64,
}

const OCTETS: usize = 8;
const LETTERS: usize = 13;
/// A row is written in base 36.
const RADIX: u32 = 36;
/// 2 to the 63rd has so many digits in base 36.
const LONGEST_ROW: usize = 13;

impl BounceTag {
    /// How many octets a tag by a key has at most.
    pub(super) fn longest(key: &Key) -> usize {
        key.id().len() + 1 + LONGEST_ROW + 1 + LETTERS
    }

    /// The tag of the copy that a row of the ledger stands for. The scope is `live` or `test/RUN`: no test copy's bounce is taken for a real one's.
    pub fn of_copy(key: &Key, publication: &str, scope: &str, issue: &str, row: i64) -> Self {
        let mac = key.mac("bounce", &[publication, scope, issue, &row.to_string()]);
        Self::of(key.id(), row, &lower_base32(&mac[..OCTETS]))
    }

    fn of(key: &str, row: i64, mac: &str) -> Self {
        let mut digits = [0; LONGEST_ROW];
        Self {
            text: [key, "-", base36(row, &mut digits), "-", mac].concat(),
            key: key.len(),
            row,
        }
    }

    /// Reads the tag of the address that a bounce was sent to, `bounces+TAG@example.org` (the domain may be missing, the delimiter be any sign). The case of letters does
    /// not matter, as servers on the way change it. What was read is only a claim until it [matches](BounceTag::matches).
    pub fn parse(address: &str) -> Option<Self> {
        let address = address.trim();
        let local = address.rsplit_once('@').map_or(address, |(local, _)| local);
        let mut parts = local.rsplitn(3, '-');
        let (mac, row, rest) = (parts.next()?, parts.next()?, parts.next()?);
        let (_, key) = rest.rsplit_once(|c: char| !c.is_ascii_alphanumeric())?;
        let mac = mac.to_ascii_lowercase();
        let mac_fits = mac.len() == LETTERS
            && mac
                .bytes()
                .all(|b| b.is_ascii_lowercase() || (b'2'..=b'7').contains(&b));
        let row_fits =
            (1..=LONGEST_ROW).contains(&row.len()) && row.bytes().all(|b| b.is_ascii_alphanumeric());
        let key_fits = (1..=8).contains(&key.len());
        if !(mac_fits && row_fits && key_fits) {
            return None;
        }
        Some(Self::of(key, i64::from_str_radix(row, RADIX).ok()?, &mac))
    }

    /// Its text.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// The id of the key it was made with.
    pub fn key_id(&self) -> &str {
        &self.text[..self.key]
    }

    /// The row of the ledger that it names.
    pub fn row(&self) -> i64 {
        self.row
    }

    /// Lower-case base32 (RFC 4648) of 64 bits.
    fn mac(&self) -> &[u8] {
        &self.text.as_bytes()[self.text.len() - LETTERS..]
    }

    /// Whether it is the tag of its row in this issue. The time taken says nothing about how much of it agrees.
    pub fn matches(&self, key: &Key, publication: &str, scope: &str, issue: &str) -> bool {
        let right = Self::of_copy(key, publication, scope, issue, self.row);
        key.has_id(self.key_id()) && verify_slices_are_equal(self.mac(), right.mac()).is_ok()
    }
}

impl fmt::Display for BounceTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A number's digits, written to the end of a place that has room for all.
fn base36(number: i64, digits: &mut [u8; LONGEST_ROW]) -> &str {
    let mut left = number.unsigned_abs();
    let mut first = digits.len();
    while first > 0 && (left > 0 || first == digits.len()) {
        first -= 1;
        let digit = u32::try_from(left % u64::from(RADIX)).unwrap_or_default();
        digits[first] = char::from_digit(digit, RADIX).map_or(b'0', |digit| digit as u8);
        left /= u64::from(RADIX);
    }
    std::str::from_utf8(&digits[first..]).unwrap_or_default()
}
