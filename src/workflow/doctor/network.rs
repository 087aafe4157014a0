//! Ranges of addresses.

use std::net::IpAddr;

/// Whether an address is in the range that begins with the same bits as `base`. A length that is absent means one address; one that is too long is none.
pub(super) fn in_range(address: IpAddr, base: IpAddr, length: Option<u32>) -> Option<bool> {
    let (address, base, width) = match (address, base) {
        (IpAddr::V4(address), IpAddr::V4(base)) => {
            (u128::from(address.to_bits()), u128::from(base.to_bits()), 32)
        }
        (IpAddr::V6(address), IpAddr::V6(base)) => (address.to_bits(), base.to_bits(), 128),
        _ => return Some(false),
    };
    let length = length.unwrap_or(width);
    let rest = width.checked_sub(length)?;
    let prefix = |bits: u128| bits.checked_shr(rest).unwrap_or_default();
    Some(prefix(address) == prefix(base))
}
