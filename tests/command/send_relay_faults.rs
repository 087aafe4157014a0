//! `digest send` to a relay that will not: each fault has its status, its words and its states, and a mended relay reaches everyone.

use std::collections::BTreeSet;
use std::fs;

use digest_cli::foundation::{ExitStatus, replace};

use crate::support::{Identity, Newsroom, Ran, SmtpServer, Step, readers, say};

/// The subscribers in these tests.
const READERS: usize = 24;

fn everyone() -> Vec<String> {
    readers(READERS).collect()
}

#[track_caller]
fn says(ran: &Ran, words: &[&str]) {
    for word in words {
        assert!(
            ran.stderr.contains(word),
            "`{word}` is missing in\n{}",
            ran.stderr
        );
    }
}

/// Nothing was counted against anyone, and a relay that works reaches all.
#[track_caller]
fn all_planned_then_all_reached(mut newsroom: Newsroom) {
    assert_eq!(newsroom.number_in("planned"), READERS);
    newsroom.replace_relay(SmtpServer::faultless());
    newsroom.send([]).success();
    assert_eq!(newsroom.taken(), everyone());
}

#[test]
fn auth_refused_stops_the_send() {
    let server = SmtpServer::new(|moment| {
        (moment.step == Step::Auth).then(|| say("535 5.7.8 Error: authentication failed"))
    });
    let newsroom = Newsroom::of_readers(READERS, server.offering(&["PIPELINING", "AUTH PLAIN"]))
        .variable("DIGEST_SMTP_PASSWORD", "wrong horse");
    newsroom.set_relay(
        &format!("smtp://bulletin@127.0.0.1:{}", newsroom.relay().port()),
        "",
    );
    let ran = newsroom.send([]).expect(ExitStatus::CannotStart);
    says(&ran, &["535 5.7.8", "DIGEST_SMTP_PASSWORD"]);
    assert!(!ran.stderr.contains("wrong horse"));
    all_planned_then_all_reached(newsroom);
}

#[test]
fn a_missing_password_is_told_before_the_plan() {
    let newsroom = Newsroom::of_readers(2, SmtpServer::faultless());
    newsroom.set_relay(
        &format!("smtp://bulletin@127.0.0.1:{}", newsroom.relay().port()),
        "",
    );
    let ran = newsroom.send([]).expect(ExitStatus::CannotStart);
    says(&ran, &["DIGEST_SMTP_PASSWORD", "hint: "]);
    assert!(!newsroom.path("sends").exists());
    assert_eq!(newsroom.relay().count("Greeting"), 0);
}

#[test]
fn a_certificate_for_another_name_stops_the_send() {
    let stranger = Identity::new("other.example.org");
    let newsroom = Newsroom::of_readers(READERS, SmtpServer::faultless().with_tls(&stranger, true));
    replace(&newsroom.path("ca.pem"), stranger.pem.as_bytes()).expect("the file can be written");
    newsroom.set_relay(
        &format!("smtps://127.0.0.1:{}", newsroom.relay().port()),
        "ca_file: ca.pem,",
    );
    let ran = newsroom.send([]).expect(ExitStatus::CannotStart);
    says(&ran, &["certificate", "hint: "]);
    assert_eq!(newsroom.relay().count("Mail"), 0);
    all_planned_then_all_reached(newsroom);
}

#[test]
fn a_certificate_that_nobody_vouches_for_stops_the_send_until_it_is_named() {
    let own = Identity::new("127.0.0.1");
    let newsroom = Newsroom::of_readers(READERS, SmtpServer::faultless().with_tls(&own, true));
    let url = format!("smtps://127.0.0.1:{}", newsroom.relay().port());
    newsroom.set_relay(&url, "");
    let ran = newsroom.send([]).expect(ExitStatus::CannotStart);
    says(&ran, &["certificate", "ca_file"]);
    assert_eq!(newsroom.number_in("planned"), READERS);

    replace(&newsroom.path("ca.pem"), own.pem.as_bytes()).expect("the file can be written");
    newsroom.set_relay(&url, "ca_file: ca.pem,");
    newsroom.send([]).success();
    assert_eq!(newsroom.taken(), everyone());
}

#[test]
fn starttls_that_is_not_offered_stops_the_send() {
    let newsroom = Newsroom::of_readers(READERS, SmtpServer::faultless());
    let port = newsroom.relay().port();
    newsroom.set_relay(&format!("smtp://127.0.0.1:{port}"), "tls: required,");
    let ran = newsroom.send([]).expect(ExitStatus::CannotStart);
    says(&ran, &["STARTTLS", "hint: "]);
    assert_eq!(newsroom.relay().count("Mail"), 0);
    all_planned_then_all_reached(newsroom);
}

#[test]
fn relay_access_denied_stops_the_send_and_is_nobodys_refusal() {
    let server = SmtpServer::new(|moment| {
        (moment.step == Step::Recipient).then(|| say("554 5.7.1 <someone>: Relay access denied"))
    });
    let newsroom = Newsroom::of_readers(READERS, server);
    let ran = newsroom.send([]).expect(ExitStatus::CannotStart);
    says(&ran, &["Relay access denied", "no recipient was marked refused"]);
    assert!(
        newsroom.relay().count("Recipient") <= 4,
        "one for each connection"
    );
    all_planned_then_all_reached(newsroom);
}

fn every_third(line: &str) -> bool {
    let number: String = line.chars().filter(char::is_ascii_digit).collect();
    number.parse::<u32>().is_ok_and(|number| number % 3 == 0)
}

#[test]
fn some_deferred_are_named_and_reached_by_the_next_send() {
    let server = SmtpServer::new(|moment| {
        (moment.step == Step::Recipient && every_third(&moment.line)).then(|| say("450 4.2.1 mailbox busy"))
    });
    let mut newsroom = Newsroom::of_readers(READERS, server);
    let ran = newsroom.send([]).expect(ExitStatus::Again);
    says(&ran, &["8 copies deferred", "again", "--state deferred"]);
    assert_eq!(
        (newsroom.number_in("deferred"), newsroom.number_in("accepted")),
        (8, 16)
    );
    let listed = newsroom
        .run(["status", "drafts/a.md", "--state", "deferred"])
        .success();
    assert_eq!(
        listed.stdout.matches("450 4.2.1 mailbox busy").count(),
        8,
        "{}",
        listed.stdout
    );

    let first: BTreeSet<String> = newsroom.taken().into_iter().collect();
    newsroom.replace_relay(SmtpServer::faultless());
    newsroom.send([]).success();
    let second = newsroom.taken();
    assert_eq!((first.len(), second.len()), (16, 8));
    assert!(second.iter().all(|address| !first.contains(address)));
}

#[test]
fn a_copy_deferred_once_arrives_within_the_run() {
    let server = SmtpServer::new(|moment| {
        (moment.step == Step::Recipient && moment.time == 5).then(|| say("451 4.7.1 greylisted"))
    });
    let newsroom = Newsroom::of_readers(READERS, server).clock(digest_cli::foundation::Clock::system());
    newsroom.send([]).success();
    assert_eq!(newsroom.taken(), everyone());
}

#[test]
fn a_relay_that_goes_on_deferring_does_not_keep_the_run_for_ever() {
    let server = SmtpServer::new(|moment| {
        (moment.step == Step::Recipient && every_third(&moment.line)).then(|| say("450 4.2.1 mailbox busy"))
    });
    let newsroom = Newsroom::of_readers(6, server).clock(digest_cli::foundation::Clock::system());
    newsroom.send([]).expect(ExitStatus::Again);
    // Two mailboxes, each tried once and after the one delay that `retry` names.
    assert_eq!(newsroom.relay().count("said 450"), 4);
}

#[test]
fn some_refused_for_good_end_the_send_and_may_be_tried_again() {
    let server = SmtpServer::new(|moment| {
        (moment.step == Step::Recipient && every_third(&moment.line)).then(|| say("550 5.1.1 no such user"))
    });
    let mut newsroom = Newsroom::of_readers(READERS, server);
    let ran = newsroom.send([]).expect(ExitStatus::Findings);
    let advice = "8 copies refused for good: `digest status drafts/a.md --state rejected` tells whose";
    assert!(ran.stdout.contains(advice), "{}", ran.stdout);
    let gone =
        "8 of them because there is no such address: `digest subscribers unsubscribe EMAIL…` spares them";
    assert!(ran.stdout.contains(gone), "{}", ran.stdout);
    assert!(
        !ran.stdout.contains("--retry"),
        "that mends nothing: {}",
        ran.stdout
    );
    assert_eq!(
        (newsroom.number_in("rejected"), newsroom.number_in("accepted")),
        (8, 16)
    );

    newsroom.replace_relay(SmtpServer::faultless());
    newsroom.send([]).expect(ExitStatus::Findings);
    assert_eq!(
        newsroom.taken(),
        Vec::<String>::new(),
        "a final refusal is never tried again by itself"
    );
    newsroom
        .run(["resolve", "drafts/a.md", "--retry", "--code", "5.1.1"])
        .success();
    newsroom.send([]).success();
    assert_eq!(newsroom.taken().len(), 8);
}

#[test]
fn a_refusal_for_a_matter_of_policy_is_no_reason_to_write_to_nobody_there_again() {
    let server = SmtpServer::new(|moment| {
        let refused = moment.step == Step::Recipient && moment.line.contains("reader003");
        refused.then(|| say("550 5.7.1 this group takes mail from its members only"))
    });
    let newsroom = Newsroom::of_readers(6, server);
    // One after the other: once a copy was accepted, such an answer is about its reader alone.
    let config = fs::read_to_string(newsroom.path("digest.yaml")).expect("digest.yaml");
    newsroom.write("digest.yaml", &config.replace("connections: 4", "connections: 1"));
    let ran = newsroom.send([]).expect(ExitStatus::Findings);
    assert_eq!(
        (newsroom.number_in("rejected"), newsroom.number_in("accepted")),
        (1, 5)
    );
    assert!(!ran.stdout.contains("no such address"), "{}", ran.stdout);
    let advice = "`digest resolve drafts/a.md --retry EMAIL…`, and send again";
    assert!(ran.stdout.contains(advice), "{}", ran.stdout);
}

#[test]
fn a_copy_that_is_deferred_for_too_long_expires_and_may_be_tried_again() {
    let server = SmtpServer::new(|moment| {
        (moment.step == Step::Recipient && every_third(&moment.line)).then(|| say("450 4.2.1 mailbox busy"))
    });
    let mut newsroom = Newsroom::of_readers(READERS, server);
    newsroom.send([]).expect(ExitStatus::Again);
    let at = |time: &str| digest_cli::foundation::Clock::fixed(time.parse().expect("a time"));
    newsroom = newsroom.clock(at("2099-02-05T09:00:00Z"));
    newsroom.send([]).expect(ExitStatus::Findings);
    assert_eq!(
        (newsroom.number_in("expired"), newsroom.number_in("accepted")),
        (8, 16)
    );
    assert_eq!(newsroom.relay().count("said 450"), 8, "nobody was tried again");

    newsroom.replace_relay(SmtpServer::faultless());
    newsroom
        .run(["resolve", "drafts/a.md", "--retry", "--state", "expired"])
        .success();
    newsroom.send([]).success();
    assert_eq!(newsroom.taken().len(), 8);
}

#[test]
fn ten_alike_refusals_in_a_row_stop_the_send_and_count_as_not_tried() {
    let server =
        SmtpServer::new(|moment| (moment.step == Step::Recipient).then(|| say("550 5.1.1 user unknown")));
    let newsroom = Newsroom::of_readers(READERS, server);
    let ran = newsroom.send([]).expect(ExitStatus::Again);
    says(&ran, &["refusals in a row, all alike", "550 5.1.1 user unknown"]);
    assert!(newsroom.relay().count("Recipient") < READERS);
    all_planned_then_all_reached(newsroom);
}

#[test]
fn a_relay_that_hangs_up_after_the_final_dot_leaves_one_in_doubt() {
    let server = SmtpServer::new(|moment| {
        (moment.step == Step::Dot && moment.time == 7).then_some(crate::support::Act::Close)
    });
    let newsroom = Newsroom::of_readers(READERS, server);
    let ran = newsroom.send([]).expect(ExitStatus::InDoubt);
    assert!(ran.stdout.contains("1 copy in doubt"), "{}", ran.stdout);
    assert!(ran.stdout.contains("digest resolve"), "{}", ran.stdout);
    assert_eq!(newsroom.number_in("in_doubt"), 1);
    let doubtful = newsroom
        .run(["status", "drafts/a.md", "--state", "in-doubt"])
        .success()
        .stdout;
    let address = doubtful.split_whitespace().next().expect("an address").to_owned();
    assert!(!newsroom.taken().contains(&address));

    let again = newsroom.send([]).expect(ExitStatus::InDoubt);
    says(&again, &["nothing to send: but for the copies in doubt"]);
    let resent = newsroom.send(["--in-doubt", "resend"]).success();
    says(&resent, &["copies in doubt are sent again"]);
    assert_eq!(newsroom.taken(), everyone());
}
