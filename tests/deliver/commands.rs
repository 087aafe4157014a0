//! What MAIL and RCPT say.

use std::sync::Arc;

use digest_cli::deliver::{Ended, Settings, Stop};
use digest_cli::message::{Outcome, Phase};

use super::desk::{Desk, run, settings};
use crate::support::{SmtpServer, Step, say};

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
    assert!(
        taken[0].mail.ends_with(" SMTPUTF8 BODY=8BITMIME"),
        "{}",
        taken[0].mail
    );
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

#[tokio::test(start_paused = true)]
async fn a_server_that_does_not_know_ehlo_is_greeted_with_helo() {
    for code in ["500 5.5.1 what", "502 5.5.1 not here"] {
        let server = SmtpServer::new(move |moment| {
            (moment.step == Step::Hello && moment.line.starts_with("EHLO")).then(|| say(code))
        });
        let desk = Arc::new(Desk::with(&server, 3));
        let (ended, _) = run(&server, settings(), &desk).await;
        assert_eq!(ended, Ended::Finished);
        assert_eq!(desk.accepted(), [1, 2, 3]);
        assert_eq!(server.log.count("Hello HELO localhost"), 1);
        assert_eq!(server.taken()[0].mail, "MAIL FROM:<bounces@example.org>");
    }
}

#[tokio::test(start_paused = true)]
async fn where_dsn_is_offered_a_bounce_is_told_what_it_is_about_and_sends_no_more_than_headers() {
    let server = SmtpServer::faultless().offering(&["PIPELINING", "DSN"]);
    let desk = Arc::new(Desk::new(&server, &["r+1@example.org"]));
    run(&server, settings(), &desk).await;
    let taken = server.taken();
    assert_eq!(
        taken[0].mail,
        "MAIL FROM:<bounces@example.org> RET=HDRS ENVID=1.1@example.org"
    );
    assert_eq!(
        taken[0].recipient,
        "RCPT TO:<r+1@example.org> NOTIFY=FAILURE ORCPT=rfc822;r+2B1@example.org"
    );
}

#[tokio::test(start_paused = true)]
async fn a_message_that_the_relay_says_is_too_large_stops_the_run_before_anyone_is_refused() {
    let server = SmtpServer::faultless().offering(&["SIZE 77"]);
    let desk = Arc::new(Desk::with(&server, 3));
    let (ended, _) = run(&server, settings(), &desk).await;
    let Ended::Stopped(stop) = ended else {
        panic!("{ended:?}");
    };
    assert!(stop.message().contains("78 octets"), "{}", stop.message());
    assert!(stop.hints()[0].contains("larger than the relay takes"));
    assert_eq!(desk.outcome(), Outcome::NotHandedOver);
    assert_eq!(server.log.count("Mail"), 0);
    // No limit is named by 0.
    let server = SmtpServer::faultless().offering(&["SIZE 0"]);
    let desk = Arc::new(Desk::with(&server, 1));
    run(&server, settings(), &desk).await;
    assert_eq!(desk.accepted(), [1]);
}
