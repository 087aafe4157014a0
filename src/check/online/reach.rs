//! Who can reach an address: the public, one's own network, or nobody by a link.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Who can reach an address, by IANA's registries of special-purpose addresses (RFC 6890) and the RFC named beside each block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Any reader.
    Public,
    /// This machine, or a private network: an editor may mean it, a reader cannot get there.
    OwnNetwork,
    /// No link can mean it: link-local (where clouds keep their machines' credentials), multicast, documentation, and IPv6 addresses that
    /// carry an IPv4 address within.
    Nobody,
}

use Reach::{Nobody, OwnNetwork};

/// Every IPv4 block that is not the public's.
const BLOCKS_V4: &[([u8; 4], u32, Reach)] = &[
    ([0, 0, 0, 0], 8, Nobody),          // this network, RFC 1122
    ([10, 0, 0, 0], 8, OwnNetwork),     // private, RFC 1918
    ([100, 64, 0, 0], 10, OwnNetwork),  // shared by a carrier's customers, RFC 6598
    ([127, 0, 0, 0], 8, OwnNetwork),    // loopback, RFC 1122
    ([169, 254, 0, 0], 16, Nobody),     // link-local, RFC 3927
    ([172, 16, 0, 0], 12, OwnNetwork),  // private, RFC 1918
    ([192, 0, 0, 0], 24, Nobody),       // protocol assignments, RFC 6890
    ([192, 0, 2, 0], 24, Nobody),       // documentation, RFC 5737
    ([192, 88, 99, 0], 24, Nobody),     // relays of 6to4, RFC 7526
    ([192, 168, 0, 0], 16, OwnNetwork), // private, RFC 1918
    ([198, 18, 0, 0], 15, Nobody),      // benchmarks, RFC 2544
    ([198, 51, 100, 0], 24, Nobody),    // documentation, RFC 5737
    ([203, 0, 113, 0], 24, Nobody),     // documentation, RFC 5737
    ([224, 0, 0, 0], 4, Nobody),        // multicast, RFC 5771
    ([240, 0, 0, 0], 4, Nobody),        // reserved, RFC 1112, and broadcast, RFC 8190
];

/// The only IPv6 block that is given out (RFC 4291, section 2.4). Outside lie the unspecified address, mapped (`::ffff:0:0/96`) and compatible
/// (`::/96`) IPv4, NAT64 (`64:ff9b::/96` RFC 6052, `64:ff9b:1::/48` RFC 8215), discard (`100::/64` RFC 6666), link-local (`fe80::/10`),
/// site-local (`fec0::/10` RFC 3879), multicast (`ff00::/8`), and what nobody was given yet.
const GIVEN_OUT_V6: (Ipv6Addr, u32) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// The IPv6 blocks of one's own network.
const OWN_V6: &[(Ipv6Addr, u32)] = &[
    (Ipv6Addr::LOCALHOST, 128),                      // RFC 4291
    (Ipv6Addr::new(0xfc00, 0, 0, 0, 0, 0, 0, 0), 7), // unique local, RFC 4193
];

/// What is not the public's within the block that is given out.
const HELD_BACK_V6: &[(Ipv6Addr, u32)] = &[
    // Protocol assignments, RFC 2928: Teredo (`2001::/32` RFC 4380), benchmarks (`2001:2::/48` RFC 5180), ORCHID (`2001:10::/28` RFC 4843,
    // `2001:20::/28` RFC 7343).
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32), // documentation, RFC 3849
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),     // 6to4, RFC 3056
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),     // documentation, RFC 9637
];

impl Reach {
    /// Who can reach an address.
    pub(super) fn of(address: IpAddr) -> Self {
        match address {
            IpAddr::V4(address) => Self::of_v4(address),
            IpAddr::V6(address) => Self::of_v6(address),
        }
    }

    fn of_v4(address: Ipv4Addr) -> Self {
        let block = BLOCKS_V4.iter().find(|(start, length, _)| {
            let apart = address.to_bits() ^ Ipv4Addr::from(*start).to_bits();
            apart >> (32 - length) == 0
        });
        block.map_or(Self::Public, |(_, _, reach)| *reach)
    }

    fn of_v6(address: Ipv6Addr) -> Self {
        let within = |(start, length): &(Ipv6Addr, u32)| {
            let apart = address.to_bits() ^ start.to_bits();
            apart >> (128 - length) == 0
        };
        if OWN_V6.iter().any(within) {
            return OwnNetwork;
        }
        let public = within(&GIVEN_OUT_V6) && !HELD_BACK_V6.iter().any(within) && !is_isatap(address);
        if public { Self::Public } else { Nobody }
    }
}

/// Whether an IPv4 address is carried in the interface identifier, under any prefix (RFC 5214, section 6.1).
fn is_isatap(address: Ipv6Addr) -> bool {
    let [_, _, _, _, fifth, sixth, ..] = address.segments();
    matches!(fifth, 0 | 0x200) && sixth == 0x5efe
}
