//! TLS and AUTH.

use std::sync::Arc;

use digest_cli::deliver::{Ended, Secret, Settings, Stop};
use digest_cli::message::Outcome;
use digest_cli::publication::Security;

use super::desk::{Desk, run, settings};
use crate::support::{Act, Identity, SmtpServer, Step, say};

const PASSWORD: &str = "correct horse";
/// NUL `bulletin` NUL `correct horse` in base64.
const PLAIN: &str = "AUTH PLAIN AGJ1bGxldGluAGNvcnJlY3QgaG9yc2U=";

/// TLS to the scripted server, its certificate trusted, with user and password.
fn guarded(security: Security, identity: &Identity) -> Settings {
    Settings {
        security,
        credentials: Some(("bulletin".to_owned(), Secret::new(PASSWORD))),
        extra_roots_pem: Some(identity.pem.clone().into_bytes()),
        ..settings()
    }
}

async fn stop(server: &SmtpServer, settings: Settings) -> Stop {
    let desk = Arc::new(Desk::with(server, 2));
    let (ended, _) = run(server, settings, &desk).await;
    let Ended::Stopped(stop) = ended else {
        panic!("{ended:?}");
    };
    let outcomes = desk.outcomes();
    assert!(
        outcomes
            .iter()
            .all(|(_, outcome)| *outcome == Outcome::NotHandedOver),
        "{outcomes:?}"
    );
    assert_eq!(server.log.count("Mail"), 0);
    stop
}

#[tokio::test(start_paused = true)]
async fn tls_from_the_first_byte_then_auth() {
    let identity = Identity::new("relay.example.org");
    let server = SmtpServer::faultless()
        .offering(&["PIPELINING", "AUTH LOGIN PLAIN"])
        .with_tls(&identity, true);
    let desk = Arc::new(Desk::with(&server, 3));
    let (ended, _) = run(&server, guarded(Security::Implicit, &identity), &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert_eq!(server.taken().len(), 3);
    assert_eq!(server.log.count(&format!("Auth {PLAIN}")), 1);
}

#[tokio::test(start_paused = true)]
async fn starttls_then_a_second_ehlo_then_auth() {
    let identity = Identity::new("relay.example.org");
    let server = SmtpServer::faultless()
        .offering(&["STARTTLS", "PIPELINING", "AUTH PLAIN"])
        .with_tls(&identity, false);
    let desk = Arc::new(Desk::with(&server, 3));
    let (ended, _) = run(&server, guarded(Security::StartTls, &identity), &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert_eq!(server.taken().len(), 3);
    let lines = server.log.lines();
    let verbs: Vec<&str> = lines
        .iter()
        .filter_map(|line| line.split(' ').next())
        .take(6)
        .collect();
    assert_eq!(
        verbs,
        ["Connect", "Greeting", "Hello", "StartTls", "Hello", "Auth"]
    );
}

#[tokio::test(start_paused = true)]
async fn a_message_larger_than_any_buffer_goes_through_tls_whole() {
    let identity = Identity::new("relay.example.org");
    let server = SmtpServer::faultless().with_tls(&identity, true);
    let mut settings = guarded(Security::Implicit, &identity);
    settings.credentials = None;
    let desk = Arc::new(Desk::with(&server, 1).holding_text(&"0123456789\r\n".repeat(100_000)));
    let (ended, _) = run(&server, settings, &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert!(
        server.taken()[0]
            .text
            .ends_with(&"0123456789\r\n".repeat(100_000))
    );
}

#[tokio::test(start_paused = true)]
async fn a_certificate_for_another_name_stops_the_run() {
    let identity = Identity::new("other.example.org");
    let server = SmtpServer::faultless().with_tls(&identity, true);
    let stop = stop(&server, guarded(Security::Implicit, &identity)).await;
    assert!(matches!(stop, Stop::Tls { .. }), "{stop:?}");
    assert!(stop.message().contains("certificate"), "{}", stop.message());
    assert!(stop.hints()[0].contains("relay.url"), "{:?}", stop.hints());
}

#[tokio::test(start_paused = true)]
async fn a_certificate_of_an_unknown_authority_stops_the_run() {
    let trusted = Identity::new("relay.example.org");
    for security in [Security::Implicit, Security::StartTls] {
        let server = SmtpServer::faultless()
            .offering(&["STARTTLS", "AUTH PLAIN"])
            .with_tls(
                &Identity::new("relay.example.org"),
                security == Security::Implicit,
            );
        let stop = stop(&server, guarded(security, &trusted)).await;
        assert!(matches!(stop, Stop::Tls { .. }), "{stop:?}");
        assert_eq!(server.log.count("Auth"), 0);
    }
}

#[tokio::test(start_paused = true)]
async fn a_port_that_speaks_plain_text_gets_a_hint_about_starttls() {
    let identity = Identity::new("relay.example.org");
    let stop = stop(&SmtpServer::faultless(), guarded(Security::Implicit, &identity)).await;
    assert!(
        stop.hints()[0].contains("`smtp://` for STARTTLS"),
        "{:?}",
        stop.hints()
    );
}

#[tokio::test(start_paused = true)]
async fn a_starttls_that_was_cut_out_of_the_offer_stops_the_run_before_auth() {
    let identity = Identity::new("relay.example.org");
    let server = SmtpServer::faultless().offering(&["AUTH PLAIN"]);
    let stop = stop(&server, guarded(Security::StartTls, &identity)).await;
    assert_eq!(
        stop.message(),
        "no trusted TLS connection to the relay: the relay does not offer STARTTLS"
    );
    assert_eq!(server.log.count("Auth"), 0);
}

#[tokio::test(start_paused = true)]
async fn plain_text_behind_the_answer_to_starttls_is_never_believed() {
    let identity = Identity::new("relay.example.org");
    let server = SmtpServer::new(|moment| {
        (moment.step == Step::StartTls)
            .then(|| Act::Raw(b"220 2.0.0 go ahead\r\n250-evil.example.org\r\n250 AUTH PLAIN\r\n".to_vec()))
    })
    .offering(&["STARTTLS"])
    .with_tls(&identity, false);
    let stop = stop(&server, guarded(Security::StartTls, &identity)).await;
    assert!(
        stop.message().contains("plain text followed"),
        "{}",
        stop.message()
    );
    assert_eq!(server.log.count("Auth"), 0);
}

#[tokio::test(start_paused = true)]
async fn a_refused_starttls_stops_and_a_postponed_one_is_tried_again() {
    let identity = Identity::new("relay.example.org");
    for (reply, stops) in [("501 5.5.4 no", true), ("454 4.7.0 not now", false)] {
        let server = SmtpServer::new(move |moment| match (moment.step, moment.time) {
            (Step::StartTls, 1) => Some(say(reply)),
            _ => None,
        })
        .offering(&["STARTTLS", "AUTH PLAIN"])
        .with_tls(&identity, false);
        let desk = Arc::new(Desk::with(&server, 1));
        let (ended, _) = run(&server, guarded(Security::StartTls, &identity), &desk).await;
        assert_eq!(
            matches!(ended, Ended::Stopped(Stop::Tls { .. })),
            stops,
            "{ended:?}"
        );
        assert_eq!(desk.accepted().len(), usize::from(!stops));
    }
}

#[tokio::test(start_paused = true)]
async fn auth_refused_stops_and_auth_postponed_is_tried_again() {
    let identity = Identity::new("relay.example.org");
    for (reply, stops) in [("535 5.7.8 wrong", true), ("454 4.7.0 not now", false)] {
        let server = SmtpServer::new(move |moment| match (moment.step, moment.time) {
            (Step::Auth, 1) => Some(say(reply)),
            _ => None,
        })
        .offering(&["AUTH PLAIN"])
        .with_tls(&identity, true);
        let desk = Arc::new(Desk::with(&server, 1));
        let (ended, _) = run(&server, guarded(Security::Implicit, &identity), &desk).await;
        if stops {
            let Ended::Stopped(stop) = ended else {
                panic!("{ended:?}");
            };
            assert_eq!(
                stop.message(),
                "the relay refused user or password: `535 5.7.8 wrong`"
            );
            assert!(!format!("{stop:?}{:?}", stop.hints()).contains(PASSWORD));
        } else {
            assert_eq!(ended, Ended::Finished);
            assert_eq!(desk.accepted(), [1]);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn auth_login_answers_both_questions() {
    let identity = Identity::new("relay.example.org");
    let server = SmtpServer::faultless()
        .offering(&["auth login"])
        .with_tls(&identity, true);
    let desk = Arc::new(Desk::with(&server, 1));
    let (ended, _) = run(&server, guarded(Security::Implicit, &identity), &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert_eq!(server.log.count("answer YnVsbGV0aW4="), 1);
    assert_eq!(server.log.count("answer Y29ycmVjdCBob3JzZQ=="), 1);
}

#[tokio::test(start_paused = true)]
async fn a_relay_without_a_mechanism_we_speak_stops_the_run() {
    let identity = Identity::new("relay.example.org");
    for (offers, message) in [
        (
            &["AUTH GSSAPI SCRAM-SHA-256"][..],
            "the relay offers AUTH only by `GSSAPI SCRAM-SHA-256`",
        ),
        (&[][..], "a user is named, but the relay offers no AUTH"),
    ] {
        let server = SmtpServer::faultless().offering(offers).with_tls(&identity, true);
        let stop = stop(&server, guarded(Security::Implicit, &identity)).await;
        assert_eq!(stop.message(), message);
    }
}

#[tokio::test(start_paused = true)]
async fn certificates_that_cannot_be_read_stop_the_run_before_it_begins() {
    let identity = Identity::new("relay.example.org");
    for pem in [
        "",
        "-----BEGIN CERTIFICATE-----\nnot base64 at all\n-----END CERTIFICATE-----\n",
    ] {
        let server = SmtpServer::faultless();
        let mut settings = guarded(Security::Implicit, &identity);
        settings.extra_roots_pem = Some(pem.as_bytes().to_vec());
        let stop = stop(&server, settings).await;
        assert!(matches!(stop, Stop::Unusable(_)), "{stop:?}");
        assert_eq!(server.connections(), 0);
    }
}

#[test]
fn a_secret_does_not_show_itself() {
    let settings = guarded(Security::None, &Identity::new("relay.example.org"));
    assert!(!format!("{settings:?}").contains(PASSWORD));
}
