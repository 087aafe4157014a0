//! Links probed over the loopback; names are looked up by functions, and nobody waits.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up is a failed test")]

use std::net::SocketAddr;

use digest_cli::check::online::{AddressGuard, LinkProber, NameLookup, Pauses, Unresolved, Verdict};
use digest_cli::foundation::Clock;

use self::web_server::WebServer;

mod address_guard;
mod answers;
mod certificates;
mod link_cache;
mod names;
mod politeness;
mod private_addresses;
mod redirects;
mod web_server;

/// Every name below `example.org` is this server; no other name exists but two that always do.
fn names_of(server: SocketAddr) -> NameLookup {
    NameLookup::from_fn(move |host, port| match host {
        "localhost" => Ok(vec![SocketAddr::from(([127, 0, 0, 1], port))]),
        "example.com" => Ok(vec![SocketAddr::from(([127, 0, 0, 1], 1))]),
        name if name.ends_with("example.org") => Ok(vec![server]),
        _ => Err(Unresolved::NoSuchHost),
    })
}

/// A prober that may connect to one server and to nothing else that is not public.
fn prober(server: &WebServer) -> LinkProber {
    LinkProber::new(
        AddressGuard::public_only().allowing(server.address()),
        Clock::fixed("2019-02-05T08:00:00Z".parse().unwrap()),
        None,
    )
    .looking_up(names_of(server.address()))
    .pausing(Pauses::from_fn(|_| {}))
}

/// The verdict on one link.
fn verdict(prober: &LinkProber, link: &str) -> Verdict {
    let mut verdicts = prober.probe([link]);
    verdicts.remove(link).expect("a verdict on the link")
}
