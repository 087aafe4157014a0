//! A link is never followed to an address that is not the public's.

use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::atomic::{AtomicUsize, Ordering};

use digest_cli::check::online::{AddressGuard, Doubt, LinkProber, NameLookup, Verdict};
use digest_cli::foundation::Clock;

use super::{names_of, prober, verdict};
use crate::support::web_server::{WebServer, redirect, status};

const LINK: &str = "http://news.example.org/";

/// A service on the loopback that nobody must knock at: on `127.0.0.1`, and on the same port of `::1` where there is IPv6.
struct Victim {
    doors: Vec<TcpListener>,
}

impl Victim {
    fn new() -> Self {
        let first = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = first.local_addr().unwrap().port();
        let second = TcpListener::bind(SocketAddr::from(([0, 0, 0, 0, 0, 0, 0, 1], port)));
        Self {
            doors: [Some(first), second.ok()].into_iter().flatten().collect(),
        }
    }

    fn address(&self) -> SocketAddr {
        self.doors[0].local_addr().unwrap()
    }

    /// How often somebody connected: the system holds connections until they are taken, so none is missed.
    fn connections(&self) -> usize {
        let taken = |door: &TcpListener| {
            door.set_nonblocking(true).unwrap();
            let ended = |kind| assert_eq!(kind, ErrorKind::WouldBlock);
            std::iter::from_fn(|| door.accept().map_err(|error| ended(error.kind())).ok()).count()
        };
        self.doors.iter().map(taken).sum()
    }
}

/// Ways to write an address that is this machine's, or a cloud's store of credentials; `PORT` stands for the victim's.
const WAYS_IN: &[(&str, &str)] = &[
    ("http://127.0.0.1:PORT/", "127.0.0.1"),
    ("http://127.1:PORT/", "127.0.0.1"),
    ("http://0x7f.1:PORT/", "127.0.0.1"),
    ("http://0x7f000001:PORT/", "127.0.0.1"),
    ("http://0177.0.0.1:PORT/", "127.0.0.1"),
    ("http://2130706433:PORT/", "127.0.0.1"),
    ("http://%31%32%37.0.0.1:PORT/", "127.0.0.1"),
    ("http://１２７.０.０.１:PORT/", "127.0.0.1"),
    ("http://127。0。0。1:PORT/", "127.0.0.1"),
    ("//127.0.0.1:PORT/", "127.0.0.1"),
    ("\\\\127.0.0.1:PORT/", "127.0.0.1"),
    ("http:127.0.0.1:PORT/x", "127.0.0.1"),
    ("http://localhost:PORT/", "127.0.0.1"),
    ("http://LOCALHOST:PORT/", "127.0.0.1"),
    ("http://0.0.0.0:PORT/", "0.0.0.0"),
    ("http://0:PORT/", "0.0.0.0"),
    ("http://[::1]:PORT/", "::1"),
    ("http://[::]:PORT/", "::"),
    ("http://[::ffff:127.0.0.1]:PORT/", "::ffff:127.0.0.1"),
    ("http://[::ffff:7f00:1]:PORT/", "::ffff:127.0.0.1"),
    ("http://[::127.0.0.1]:PORT/", "::7f00:1"),
    ("http://[64:ff9b::7f00:1]:PORT/", "64:ff9b::7f00:1"),
    ("http://[2002:7f00:1::]:PORT/", "2002:7f00:1::"),
    ("http://169.254.169.254/latest/meta-data/", "169.254.169.254"),
    ("http://0xa9fea9fe/latest/meta-data/", "169.254.169.254"),
    ("http://[fd00:ec2::254]/latest/meta-data/", "fd00:ec2::254"),
    ("http://10.0.0.1/", "10.0.0.1"),
    ("http://192.168.1.1/", "192.168.1.1"),
    ("https://172.16.0.1/", "172.16.0.1"),
    ("https://100.64.0.1/", "100.64.0.1"),
];

fn refused(address: &str) -> Verdict {
    let address: IpAddr = address.parse().unwrap();
    Verdict::Refused { address }
}

#[test]
fn a_redirect_to_a_private_address_is_never_followed_however_it_is_written() {
    let victim = Victim::new();
    let port = victim.address().port().to_string();
    for (written, address) in WAYS_IN {
        for code in [301, 302, 303, 307, 308] {
            let to = written.replace("PORT", &port);
            let server = WebServer::new(move |_| redirect(code, &to));
            let verdict = verdict(&prober(&server), LINK);
            // `http:127.0.0.1` without slashes is a path to where it stands, as browsers read it.
            if written.starts_with("http:1") {
                assert_eq!(verdict, Verdict::Unknown(Doubt::Redirects), "{written}");
            } else {
                assert_eq!(verdict, refused(address), "{written}");
                assert_eq!(server.asked().len(), 1, "{written}");
            }
        }
    }
    assert_eq!(victim.connections(), 0);
}

#[test]
fn a_link_to_a_private_address_is_never_followed_however_it_is_written() {
    let victim = Victim::new();
    let port = victim.address().port().to_string();
    let server = WebServer::new(|_| status(200, &[]));
    let prober = prober(&server);
    for (written, address) in WAYS_IN.iter().filter(|(written, _)| written.contains("://")) {
        assert_eq!(
            verdict(&prober, &written.replace("PORT", &port)),
            refused(address),
            "{written}"
        );
    }
    assert_eq!(victim.connections(), 0);
    assert!(server.requests().is_empty());
}

#[test]
fn the_same_addresses_are_connected_to_where_ones_own_network_is_allowed() {
    let victim = WebServer::new(|_| status(200, &[]));
    let port = victim.address().port().to_string();
    let own = |(_, address): &&(&str, &str)| *address == "127.0.0.1";
    for (written, _) in WAYS_IN
        .iter()
        .filter(own)
        .filter(|(written, _)| !written.starts_with("http:1"))
    {
        let to = written.replace("PORT", &port);
        let server = WebServer::new(move |_| redirect(302, &to));
        let guard = AddressGuard::public_only().allowing_own_network();
        let prober = LinkProber::new(guard, Clock::system(), None).looking_up(names_of(server.address()));
        assert_eq!(verdict(&prober, LINK), Verdict::Answers, "{written}");
    }
    assert!(!victim.requests().is_empty());
}

#[test]
fn a_private_address_after_several_honest_hops_is_refused_too() {
    let victim = Victim::new();
    let to = format!("http://{}/", victim.address());
    let server = WebServer::new(move |request| match request.path.as_str() {
        "/" => redirect(301, "/1"),
        "/1" => redirect(302, "http://www.example.org/2"),
        _ => redirect(302, &to),
    });
    assert_eq!(verdict(&prober(&server), LINK), refused("127.0.0.1"));
    assert_eq!(server.asked().len(), 3);
    assert_eq!(victim.connections(), 0);
}

#[test]
fn a_name_that_leads_to_a_private_address_is_refused() {
    let victim = Victim::new();
    let address = victim.address();
    let server = WebServer::new(|_| redirect(302, "http://inside.example.org/"));
    let own = server.address();
    let prober = prober(&server).looking_up(NameLookup::from_fn(move |host, _| {
        Ok(vec![if host.starts_with("inside") { address } else { own }])
    }));
    assert_eq!(verdict(&prober, LINK), refused("127.0.0.1"));
    assert_eq!(victim.connections(), 0);
}

#[test]
fn a_name_whose_second_lookup_leads_elsewhere_gains_nothing() {
    let victim = Victim::new();
    let address = victim.address();
    let server = WebServer::new(|_| status(405, &[]));
    let (own, times) = (server.address(), AtomicUsize::new(0));
    let prober = prober(&server).looking_up(NameLookup::from_fn(move |_, _| {
        let first = times.fetch_add(1, Ordering::SeqCst) == 0;
        Ok(vec![if first { own } else { address }])
    }));
    assert_eq!(verdict(&prober, LINK), refused("127.0.0.1"));
    assert_eq!(server.asked(), ["HEAD /"]);
    assert_eq!(victim.connections(), 0);
}

#[test]
fn of_a_names_addresses_only_those_that_are_admitted_are_tried() {
    let victim = Victim::new();
    let address = victim.address();
    let server = WebServer::new(|_| status(200, &[]));
    let own = server.address();
    let prober = prober(&server).looking_up(NameLookup::from_fn(move |_, _| Ok(vec![address, own, address])));
    assert_eq!(verdict(&prober, LINK), Verdict::Answers);
    assert_eq!(victim.connections(), 0);
}

#[test]
fn another_service_of_a_public_host_is_not_knocked_at() {
    let server = WebServer::new(|_| redirect(302, "http://1.1.1.1:25/"));
    let verdict = verdict(&prober(&server), LINK);
    assert_eq!(verdict, Verdict::Unknown(Doubt::Port(25)));
}

#[test]
fn the_systems_own_lookup_is_guarded_too() {
    let victim = Victim::new();
    let prober = LinkProber::new(AddressGuard::public_only(), Clock::system(), None);
    let link = format!("http://localhost:{}/", victim.address().port());
    let verdict = verdict(&prober, &link);
    assert!(
        matches!(verdict, Verdict::Refused { address } if address.is_loopback()),
        "{verdict:?}"
    );
    assert_eq!(victim.connections(), 0);
}
