//! What MAIL and RCPT say.

use std::sync::Arc;

use digest_cli::deliver::{Ended, Settings, Stop};
use digest_cli::message::{Outcome, Phase};

use super::desk::{Desk, run, settings};
use crate::support::SmtpServer;

#[tokio::test(start_paused = true)]
async fn an_address_in_another_script_goes_with_smtputf8_and_its_domain_in_a_labels() {
    let server = SmtpServer::faultless();
    let desk = Arc::new(Desk::new(
        &server,
        &["почта@пример.example", "anna@пример.example"],
    ));
    let (ended, _) = run(&server, settings(), &desk).await;
    assert_eq!(ended, Ended::Finished);
    let taken = server.taken();
    assert!(taken[0].mail.ends_with(" SMTPUTF8"), "{}", taken[0].mail);
    assert_eq!(taken[0].recipient, "RCPT TO:<почта@xn--e1afmkfd.example>");
    // An international domain alone needs no extension.
    assert!(!taken[1].mail.contains("SMTPUTF8"), "{}", taken[1].mail);
    assert_eq!(taken[1].recipient, "RCPT TO:<anna@xn--e1afmkfd.example>");
}

#[tokio::test(start_paused = true)]
async fn without_smtputf8_such_an_address_is_refused_in_our_own_name() {
    let server = SmtpServer::faultless().offering(&["PIPELINING"]);
    let desk = Arc::new(Desk::new(&server, &["почта@example.org", "anna@example.org"]));
    let (ended, _) = run(&server, settings(), &desk).await;
    assert_eq!(ended, Ended::Finished);
    let (row, Outcome::Refused { phase, reply }) = desk.outcomes().remove(0) else {
        panic!("{:?}", desk.outcomes());
    };
    assert_eq!((row, phase), (1, Phase::Mail));
    assert_eq!(
        reply.to_string(),
        "553 5.6.7 not offered to the relay: the address needs SMTPUTF8, which it does not announce"
    );
    assert_eq!(desk.accepted(), [2]);
    assert_eq!(server.log.count("Mail"), 1);
}

#[tokio::test(start_paused = true)]
async fn keywords_are_understood_in_any_case() {
    let server = SmtpServer::faultless().offering(&["pipelining", "Size 1000", "smtputf8"]);
    let desk = Arc::new(Desk::new(&server, &["почта@example.org"]));
    run(&server, settings(), &desk).await;
    assert!(server.taken()[0].mail.ends_with("SIZE=78 SMTPUTF8"));
}

#[tokio::test(start_paused = true)]
async fn a_name_for_ehlo_cannot_hold_a_second_command() {
    for helo in ["", "a b", "a\r\nMAIL FROM:<x@example.org>", "імя.example"] {
        let server = SmtpServer::faultless();
        let desk = Arc::new(Desk::with(&server, 1));
        let settings = Settings {
            helo: helo.to_owned(),
            ..settings()
        };
        let (ended, _) = run(&server, settings, &desk).await;
        assert!(matches!(ended, Ended::Stopped(Stop::Unusable(_))), "{ended:?}");
        assert_eq!(server.connections(), 0);
        assert_eq!(desk.outcome(), Outcome::NotHandedOver);
    }
}
