//! Names that lead nowhere, and machines without a network.

use std::io;

use digest_cli::check::online::{Doubt, NameLookup, Unresolved, Verdict};

use super::{prober, verdict};
use crate::support::web_server::{WebServer, status};

fn no_such_host(host: &str) -> Verdict {
    Verdict::NoSuchHost {
        host: host.to_owned(),
    }
}

#[test]
fn a_name_that_does_not_exist_is_told() {
    let server = WebServer::new(|_| status(200, &[]));
    let prober = prober(&server);
    assert_eq!(
        verdict(&prober, "https://nowhere.example.net/a"),
        no_such_host("nowhere.example.net")
    );
}

#[test]
fn a_name_without_an_address_does_not_exist_for_readers() {
    let server = WebServer::new(|_| status(200, &[]));
    let names = NameLookup::from_fn(|host, port| match host {
        "example.com" => Ok(vec![([1, 1, 1, 1], port).into()]),
        _ => Ok(Vec::new()),
    });
    let prober = prober(&server).looking_up(names);
    assert_eq!(
        verdict(&prober, "http://a.example.org/"),
        no_such_host("a.example.org")
    );
}

#[test]
fn a_lookup_that_fails_for_now_is_unknown() {
    let server = WebServer::new(|_| status(200, &[]));
    let address = server.address();
    let names = NameLookup::from_fn(move |host, _| match host {
        "a.example.org" => Ok(vec![address]),
        _ => Err(Unresolved::Failed("try again".to_owned())),
    });
    let verdicts = prober(&server)
        .looking_up(names)
        .probe(["http://a.example.org/", "http://b.example.org/"]);
    let doubt = Doubt::Lookup("try again".to_owned());
    assert_eq!(verdicts["http://a.example.org/"], Verdict::Answers);
    assert_eq!(verdicts["http://b.example.org/"], Verdict::Unknown(doubt));
}

#[test]
fn a_machine_without_a_network_calls_no_link_broken() {
    let server = WebServer::new(|_| status(200, &[]));
    for unresolved in [Unresolved::NoSuchHost, Unresolved::Failed("try again".to_owned())] {
        let names = NameLookup::from_fn(move |_, _| Err(unresolved.clone()));
        let verdicts = prober(&server).looking_up(names).probe([
            "http://a.example.org/",
            "http://a.example.org/1",
            "http://a.example.org/2",
            "http://b.example.org/",
            "http://127.0.0.1/",
        ]);
        let offline = verdicts
            .values()
            .filter(|verdict| **verdict == Verdict::Unknown(Doubt::NoNetwork));
        assert_eq!(offline.count(), 4, "{verdicts:?}");
        assert!(matches!(verdicts["http://127.0.0.1/"], Verdict::Refused { .. }));
    }
}

#[test]
fn one_name_that_is_found_shows_that_there_is_a_network() {
    let server = WebServer::new(|_| status(200, &[]));
    let address = server.address();
    let names = NameLookup::from_fn(move |host, _| match host {
        "a.example.org" => Ok(vec![address]),
        _ => Err(Unresolved::NoSuchHost),
    });
    let verdicts = prober(&server)
        .looking_up(names)
        .probe(["http://a.example.org/", "http://b.example.org/"]);
    assert_eq!(verdicts["http://b.example.org/"], no_such_host("b.example.org"));
}

#[test]
fn what_systems_say_of_a_name_that_does_not_exist_is_understood() {
    let said = |words: &str| {
        let words = format!("failed to lookup address information: {words}");
        Unresolved::from(&io::Error::other(words))
    };
    for words in [
        "Name or service not known",
        "No address associated with hostname",
        "No address associated with name",
        "Name does not resolve",
        "Name has no usable address",
        "nodename nor servname provided, or not known",
    ] {
        assert_eq!(said(words), Unresolved::NoSuchHost, "{words}");
    }
    for words in [
        "Temporary failure in name resolution",
        "Try again",
        "Non-recoverable failure in name resolution",
        "System error",
    ] {
        assert!(matches!(said(words), Unresolved::Failed(_)), "{words}");
    }
}
