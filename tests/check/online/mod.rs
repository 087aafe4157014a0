//! Links probed over the loopback; names are looked up by functions, and nobody waits.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up is a failed test")]

use std::net::SocketAddr;
use std::sync::Arc;

use digest_cli::check::online::{AddressGuard, LinkProber, NameLookup, Pauses, Unresolved, Verdict};
use digest_cli::check::{Checker, Selection, rule_named};
use digest_cli::foundation::{Clock, Source};
use digest_cli::issue::Draft;

use super::shown;
use crate::support::TestPublication;
use crate::support::web_server::WebServer;

mod address_guard;
mod answers;
pub(in crate::check) mod certificates;
mod link_cache;
mod names;
mod politeness;
mod private_addresses;
mod redirects;

/// Every name below `example.org`, which belongs to nobody, and below `internal`, which anybody may use, is this server; no other name exists but two
/// that always do.
fn names_of(server: SocketAddr) -> NameLookup {
    NameLookup::from_fn(move |host, port| match host {
        "localhost" => Ok(vec![SocketAddr::from(([127, 0, 0, 1], port))]),
        "example.com" => Ok(vec![SocketAddr::from(([127, 0, 0, 1], 1))]),
        name if name.ends_with("example.org") || name.ends_with(".internal") => Ok(vec![server]),
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

/// What one rule finds in a draft whose links are followed.
pub(in crate::check) fn followed(server: &WebServer, text: &str, rule: &str) -> Vec<String> {
    followed_by(&prober(server), text, rule)
}

/// What one rule finds in a draft whose links are followed by this prober.
pub(in crate::check) fn followed_by(prober: &LinkProber, text: &str, rule: &str) -> Vec<String> {
    let publication = TestPublication::new().open();
    let selection = Selection {
        only: vec![rule_named(rule).unwrap()],
        without: Vec::new(),
    };
    let checker = Checker::new(&publication).selecting(selection).online(prober);
    let draft = Draft::parse(Arc::new(Source::new("drafts/a.md", text)));
    checker
        .check_draft(&draft)
        .diagnostics
        .iter()
        .map(shown)
        .collect()
}
