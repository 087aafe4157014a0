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
    key: String,
    row: i64,
    /// Lower-case base32 (RFC 4648) of 64 bits.
    mac: String,
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
        Self {
            key: key.id().to_owned(),
            row,
            mac: lower_base32(&mac[..OCTETS]),
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
        Some(Self {
            key: key.to_owned(),
            row: i64::from_str_radix(row, RADIX).ok()?,
            mac,
        })
    }

    /// The id of the key it was made with.
    pub fn key_id(&self) -> &str {
        &self.key
    }

    /// The row of the ledger that it names.
    pub fn row(&self) -> i64 {
        self.row
    }

    /// Whether it is the tag of its row in this issue. The time taken says nothing about how much of it agrees.
    pub fn matches(&self, key: &Key, publication: &str, scope: &str, issue: &str) -> bool {
        let right = Self::of_copy(key, publication, scope, issue, self.row);
        key.has_id(&self.key) && verify_slices_are_equal(self.mac.as_bytes(), right.mac.as_bytes()).is_ok()
    }
}

impl fmt::Display for BounceTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.key, base36(self.row), self.mac)
    }
}

fn base36(number: i64) -> String {
    let mut left = number.unsigned_abs();
    let mut digits = Vec::new();
    loop {
        let digit = u32::try_from(left % u64::from(RADIX)).unwrap_or_default();
        digits.extend(char::from_digit(digit, RADIX));
        left /= u64::from(RADIX);
        if left == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}
