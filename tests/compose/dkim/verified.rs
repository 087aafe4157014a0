//! Signatures on composed copies, verified by another library.

use std::sync::Arc;

use digest_cli::compose::Composer;
use digest_cli::compose::dkim::{Signer, Signers};
use digest_cli::edition::{Edition, Place};
use digest_cli::message::Message;
use digest_cli::subscriber::Profile;
use hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolverConfig, ResolverOpts};
use mail_auth::{AuthenticatedMessage, DkimResult, MessageAuthenticator};
use proptest::prelude::*;

use super::keys::{ed25519, rsa};
use crate::compose::fixture::{DATE, edition, fixed, key, profile, slotted, try_compose, value};
use crate::support::DnsServer;

fn composed(edition: Edition, signers: Vec<Signer>, profile: &Profile) -> Message {
    let composer = Composer::new(Arc::new(edition), key(), "live", DATE).expect("a composer");
    try_compose(&composer.signed_by(Signers(signers)), profile).expect("a copy")
}

/// A name server that has the keys of signers.
fn published(signers: &[Signer]) -> DnsServer {
    signers.iter().fold(DnsServer::start(), |server, signer| {
        server.txt(&signer.record_name(), &signer.key.record().to_string())
    })
}

/// What became of each signature of a message.
fn verdicts(message: &[u8], server: &DnsServer) -> Vec<bool> {
    let mut udp = ConnectionConfig::udp();
    udp.port = server.address().port();
    let name_server = NameServerConfig::new(server.address().ip(), true, vec![udp]);
    let config = ResolverConfig::from_name_servers(vec![name_server]);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let authenticator = MessageAuthenticator::new(config, ResolverOpts::default()).expect("a verifier");
        let message = AuthenticatedMessage::parse(message).expect("a message");
        let outputs = authenticator.verify_dkim(&message).await;
        outputs
            .iter()
            .map(|output| output.result() == &DkimResult::Pass)
            .collect()
    })
}

fn text(message: &Message) -> String {
    String::from_utf8(message.octets.to_vec()).expect("UTF-8")
}

#[test]
fn both_kinds_of_key_sign_and_both_signatures_hold() {
    let signers = vec![rsa(), ed25519()];
    let server = published(&signers);
    let message = composed(edition(), signers, &profile());
    assert_eq!(verdicts(&message.octets.to_vec(), &server), [true, true]);
    let text = text(&message);
    assert_eq!(text.matches("DKIM-Signature: v=1; ").count(), 2);
    assert!(
        text.starts_with("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;"),
        "{text}"
    );
    assert!(!text.contains(" l="), "{text}");
}

#[test]
fn a_second_attempt_is_signed_with_the_same_bytes() {
    let attempt = || composed(edition(), vec![rsa(), ed25519()], &profile()).octets;
    assert_eq!(attempt(), attempt());
}

#[test]
fn nothing_that_matters_can_be_changed_or_added() {
    let mut edition = edition();
    edition.unsubscribe.one_click = true;
    let signers = vec![rsa()];
    let server = published(&signers);
    let text = text(&composed(edition, signers, &profile()));
    assert_eq!(verdicts(text.as_bytes(), &server), [true]);
    for (from, to) in [
        ("\r\nFrom: ", "\r\nFrom: Eve <eve@example.com>\r\nFrom: "),
        ("\r\nTo: ", "\r\nReply-To: eve@example.com\r\nTo: "),
        ("\r\nTo: ", "\r\nCc: eve@example.com\r\nTo: "),
        ("\r\nSubject: Caspian", "\r\nSubject: caspian"),
        ("https://news.example.org/u/", "https://news.example.com/u/"),
        ("List-Unsubscribe=One-Click", "List-Unsubscribe=Two-Clicks"),
        ("List-Id: Eurasia", "List-Id: Other"),
        ("List-Owner: <mailto:bulletin", "List-Owner: <mailto:bulletins"),
        (":newsletter:", ":other:"),
        (
            "\r\nMIME-Version: 1.0",
            "\r\nContent-Type: text/plain\r\nMIME-Version: 1.0",
        ),
        ("<p>Hello</p>", "<p>Hullo</p>"),
    ] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from}");
        assert_eq!(verdicts(changed.as_bytes(), &server), [false], "{to}");
    }
}

#[test]
fn a_relay_that_folds_headers_anew_and_stamps_the_message_breaks_no_signature() {
    let signers = vec![rsa(), ed25519()];
    let server = published(&signers);
    let text = text(&composed(edition(), signers, &profile()));
    let relayed = text
        .replacen(
            "Subject: Caspian crossroads",
            "SUBJECT:  Caspian\r\n\tcrossroads ",
            1,
        )
        .replacen("\r\nDate: ", "\r\nSender: relay@example.com\r\nDate: ", 1);
    let relayed = format!("Received: by relay.example.com; {DATE}\r\n{relayed}");
    assert_ne!(relayed, text);
    assert_eq!(verdicts(relayed.as_bytes(), &server), [true, true]);
}

#[test]
fn signature_lines_are_short() {
    let text = text(&composed(edition(), vec![rsa(), ed25519()], &profile()));
    let (head, _) = text.split_once("\r\n\r\n").expect("a head");
    for line in head.split("\r\n").take_while(|line| !line.starts_with("Date:")) {
        assert!(line.len() <= 78, "{line}");
    }
}

#[test]
fn without_keys_nothing_is_signed() {
    let text = text(&composed(edition(), Vec::new(), &profile()));
    assert!(text.starts_with("Date: "), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn whatever_a_value_holds_the_signature_holds(name in "\\PC{0,60}", city in "[ \t.\\PC\r\n]{0,200}") {
        let slot = |place| value("subscriber.city | default('nowhere')", place);
        let edition = Edition {
            subject: slotted([fixed("For "), value("subscriber.name | default('you')", Place::Text)]),
            text: slotted([fixed("From  \t here:\n\n  . "), slot(Place::Text), fixed(" \n\n\n")]),
            html: slotted([fixed("<p>  \t\n."), slot(Place::HtmlText), fixed("</p>\n\n")]),
            ..edition()
        };
        let reader = Profile { name, fields: [("city".to_owned(), city)].into(), ..profile() };
        let signers = vec![rsa(), ed25519()];
        let server = published(&signers);
        let message = composed(edition, signers, &reader);
        prop_assert_eq!(verdicts(&message.octets.to_vec(), &server), [true, true], "{}", text(&message));
    }
}
