//! Which addresses are the public's.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use digest_cli::check::online::AddressGuard;
use proptest::prelude::*;

fn public(address: &str) -> bool {
    admitted(&AddressGuard::public_only(), address.parse().unwrap())
}

fn admitted(guard: &AddressGuard, address: IpAddr) -> bool {
    guard.admits(SocketAddr::new(address, 443))
}

#[test]
fn addresses_that_readers_reach_are_admitted() {
    for address in [
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2606:4700:4700::1111",
        "2a00:1450:4001:82b::200e",
    ] {
        assert!(public(address), "{address}");
    }
}

#[test]
fn the_first_and_the_last_address_of_every_other_block_are_refused() {
    for (first, last) in [
        ("0.0.0.0", "0.255.255.255"),
        ("10.0.0.0", "10.255.255.255"),
        ("100.64.0.0", "100.127.255.255"),
        ("127.0.0.0", "127.255.255.255"),
        ("169.254.0.0", "169.254.255.255"),
        ("172.16.0.0", "172.31.255.255"),
        ("192.0.0.0", "192.0.0.255"),
        ("192.0.2.0", "192.0.2.255"),
        ("192.88.99.0", "192.88.99.255"),
        ("192.168.0.0", "192.168.255.255"),
        ("198.18.0.0", "198.19.255.255"),
        ("198.51.100.0", "198.51.100.255"),
        ("203.0.113.0", "203.0.113.255"),
        ("224.0.0.0", "255.255.255.255"),
        ("::", "::1"),
        ("::7f00:1", "::ffff:ffff"),
        ("::ffff:0:0", "::ffff:255.255.255.255"),
        ("64:ff9b::", "64:ff9b::ffff:ffff"),
        ("64:ff9b:1::", "64:ff9b:1:ffff:ffff:ffff:ffff:ffff"),
        ("100::", "100::ffff:ffff:ffff:ffff"),
        ("2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff"),
        ("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"),
        ("2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
        ("3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff"),
        ("fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
        ("fe80::", "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
        ("fec0::", "feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
        ("ff00::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
        ("2a00:1450::5efe:7f00:1", "2a00:1450::200:5efe:127.0.0.1"),
    ] {
        assert!(!public(first), "{first}");
        assert!(!public(last), "{last}");
    }
}

#[test]
fn only_the_ports_of_the_web_are_admitted() {
    let guard = AddressGuard::public_only();
    let admitted: Vec<u16> = (0..=u16::MAX)
        .filter(|port| guard.admits(SocketAddr::from(([1, 1, 1, 1], *port))))
        .collect();
    assert_eq!(admitted, [80, 443, 8080, 8443]);
}

#[test]
fn ones_own_network_can_be_allowed_and_link_local_addresses_cannot() {
    let guard = AddressGuard::public_only().allowing_own_network();
    for address in [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "::1",
        "fd00::1",
    ] {
        assert!(
            guard.admits(SocketAddr::new(address.parse().unwrap(), 3000)),
            "{address}"
        );
    }
    for address in [
        "169.254.169.254",
        "0.0.0.0",
        "255.255.255.255",
        "fe80::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
    ] {
        assert!(!admitted(&guard, address.parse().unwrap()), "{address}");
    }
    assert!(!guard.admits(SocketAddr::from(([1, 1, 1, 1], 3000))));
}

#[test]
fn a_server_that_is_allowed_opens_no_door_beside_it() {
    let guard = AddressGuard::public_only().allowing(SocketAddr::from(([127, 0, 0, 1], 3000)));
    assert!(guard.admits(SocketAddr::from(([127, 0, 0, 1], 3000))));
    assert!(!guard.admits(SocketAddr::from(([127, 0, 0, 1], 3001))));
    assert!(!guard.admits(SocketAddr::from(([127, 0, 0, 2], 3000))));
    assert!(!guard.admits("[::ffff:127.0.0.1]:3000".parse().unwrap()));
}

proptest! {
    #[test]
    fn no_ipv4_address_is_admitted_of_which_the_standard_library_says_what_else_it_is(bits: u32) {
        let address = Ipv4Addr::from(bits);
        let special = address.is_private()
            || address.is_loopback()
            || address.is_link_local()
            || address.is_multicast()
            || address.is_broadcast()
            || address.is_documentation()
            || address.is_unspecified();
        prop_assert!(!(special && admitted(&AddressGuard::public_only(), address.into())), "{address}");
    }

    #[test]
    fn no_ipv6_address_that_carries_a_refused_ipv4_address_is_admitted(high: u16, low: u16) {
        for address in [
            Ipv6Addr::new(0, 0, 0, 0, 0, 0xffff, high, low),
            Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, high, low),
            Ipv6Addr::new(0x64, 0xff9b, 1, 0, 0, 0, high, low),
            Ipv6Addr::new(0x2002, high, low, 0, 0, 0, 0, 1),
            Ipv6Addr::new(0x2001, 0, 0xcb00, 0x7101, 0, 0xffff, !high, !low),
            Ipv6Addr::new(0x2a00, 0x1450, 0, 0, 0, 0x5efe, high, low),
        ] {
            prop_assert!(!admitted(&AddressGuard::public_only(), address.into()), "{address}");
        }
    }

    #[test]
    fn no_ipv6_address_is_admitted_of_which_the_standard_library_says_what_else_it_is(bits: u128, start in 0_usize..8) {
        // Most addresses are nothing in particular, so half of them begin as the particular ones do.
        let starts = [0xfc00, 0xfd00, 0xfe80, 0xff00, 0xff0e];
        let first = starts.get(start).map_or(bits >> 112, |start| *start);
        let address = Ipv6Addr::from((first << 112) | (bits & (u128::MAX >> 16)));
        let special = address.is_unique_local() || address.is_unicast_link_local() || address.is_multicast();
        prop_assert!(!(special && admitted(&AddressGuard::public_only(), address.into())), "{address}");
    }
}
