//! Every phase, with every way it can go wrong.

use std::sync::Arc;

use digest_cli::deliver::{Ended, Stop};
use digest_cli::message::{JournalFault, Outcome, Phase};

use super::desk::{Desk, run, settings};
use crate::support::{Act, SmtpServer, Step, Taken, say};

/// What one copy came to, in a word.
fn word(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Accepted(_) => "accepted".to_owned(),
        Outcome::Refused { phase, reply } => format!("refused at {phase}: {reply}"),
        Outcome::TurnedAway { phase, reply } => format!("turned away at {phase}: {reply}"),
        Outcome::NotHandedOver => "not handed over".to_owned(),
        Outcome::InDoubt { evidence } => format!("in doubt: {evidence}"),
    }
}

fn end(ended: &Ended) -> &'static str {
    match ended {
        Ended::Finished => "finished",
        Ended::Interrupted => "interrupted",
        Ended::Stopped(Stop::RelayUnreachable { .. }) => "unreachable",
        Ended::Stopped(Stop::Refused { .. }) => "refused",
        Ended::Stopped(_) => "stopped",
    }
}

/// One copy to a server that does `act` at `step`, once; what came of it, how the run ended, and how many copies the server took.
async fn once(step: Step, act: Act, pipelining: bool) -> (String, &'static str, usize) {
    let server =
        SmtpServer::new(move |moment| (moment.step == step && moment.time == 1).then(|| act.clone()));
    let server = if pipelining {
        server
    } else {
        server.offering(&["SIZE"])
    };
    let desk = Arc::new(Desk::with(&server, 1));
    let (ended, _) = run(&server, settings(), &desk).await;
    (word(&desk.outcome()), end(&ended), server.taken().len())
}

/// Each row holds with pipelining and without.
async fn table(rows: &[(Step, Act, &str, &str, usize)]) {
    for (step, act, outcome, ended, taken) in rows {
        for pipelining in [true, false] {
            let seen = once(*step, act.clone(), pipelining).await;
            assert_eq!(
                (seen.0.as_str(), seen.1, seen.2),
                (*outcome, *ended, *taken),
                "{step:?} {act:?}, pipelining {pipelining}"
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_relay_without_faults_takes_everyone_once_and_byte_for_byte() {
    for offers in [&["PIPELINING", "SIZE", "SMTPUTF8"][..], &[][..]] {
        let server = SmtpServer::faultless().offering(offers);
        let desk = Arc::new(Desk::with(&server, 25));
        let (ended, _) = run(&server, settings(), &desk).await;
        assert_eq!(ended, Ended::Finished);
        assert_eq!(desk.accepted(), (1..=25).collect::<Vec<_>>());
        assert_eq!(server.connections(), 1);
        assert_eq!(server.log.count("Quit"), 1);
        let size = if offers.is_empty() { "" } else { " SIZE=78" };
        assert_eq!(
            server.taken()[2],
            Taken {
                mail: format!("MAIL FROM:<bounces@example.org>{size}"),
                recipient: "RCPT TO:<r3@example.org>".to_owned(),
                text:
                    "Message-ID: <3.1@example.org>\r\nSubject: Weekly\r\n\r\nGood morning.\r\n.and a dot\r\n"
                        .to_owned(),
            }
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_fault_before_a_message_was_begun_is_retried_and_burns_no_row() {
    let retried = [Step::Connect, Step::Greeting, Step::Hello];
    let acts = [
        Act::Close,
        Act::Stall,
        say("421 4.3.2 shutting down"),
        say("454 4.3.0 busy"),
        Act::Raw(b"SSH-2.0-OpenSSH\r\n".to_vec()),
        Act::Raw(b"\xff\xfe\x00\r\n".to_vec()),
        Act::Raw(vec![b'2'; 20_000]),
    ];
    for step in retried {
        for act in &acts {
            // A greeting that never comes takes five minutes, and then patience is at its end.
            let stalled = matches!(act, Act::Stall);
            let expected = if stalled {
                ("not handed over", "unreachable", 0)
            } else {
                ("accepted", "finished", 1)
            };
            let (outcome, ended, taken) = once(step, act.clone(), true).await;
            assert_eq!((outcome.as_str(), ended, taken), expected, "{step:?} {act:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_relay_that_does_not_want_us_stops_the_run() {
    let refusal = "554 5.7.1 not from there";
    table(&[
        (Step::Greeting, say(refusal), "not handed over", "refused", 0),
        (Step::Hello, say(refusal), "not handed over", "refused", 0),
        (
            Step::Mail,
            say("550 5.1.0 unknown sender"),
            "not handed over",
            "refused",
            0,
        ),
        (
            Step::Mail,
            say("552 5.3.4 too large"),
            "not handed over",
            "refused",
            0,
        ),
        (
            Step::Recipient,
            say("554 5.7.1 relay access denied"),
            "turned away at RCPT: 554 5.7.1 relay access denied",
            "refused",
            0,
        ),
        (
            Step::Recipient,
            say("454 4.7.1 Relaying denied"),
            "turned away at RCPT: 454 4.7.1 Relaying denied",
            "refused",
            0,
        ),
        (
            Step::Recipient,
            say("530 5.7.0 authentication required"),
            "turned away at RCPT: 530 5.7.0 authentication required",
            "refused",
            0,
        ),
        (
            Step::Data,
            say("554 5.7.1 no"),
            "turned away at DATA: 554 5.7.1 no",
            "refused",
            0,
        ),
        (
            Step::Dot,
            say("550 5.7.26 unauthenticated sender"),
            "turned away at the final dot: 550 5.7.26 unauthenticated sender",
            "refused",
            0,
        ),
    ])
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_refusal_of_the_recipient_is_the_copys_outcome() {
    table(&[
        (
            Step::Recipient,
            say("550 5.1.1 no such user"),
            "refused at RCPT: 550 5.1.1 no such user",
            "finished",
            0,
        ),
        (
            Step::Recipient,
            say("450-4.2.0 greylisted,\r\n450 4.2.0 come back"),
            "refused at RCPT: 450 4.2.0 greylisted, come back",
            "finished",
            0,
        ),
        (
            Step::Recipient,
            say("552 too many"),
            "refused at RCPT: 452 (the relay said 552) too many",
            "finished",
            0,
        ),
        (
            Step::Data,
            say("451 4.3.0 not now"),
            "refused at DATA: 451 4.3.0 not now",
            "finished",
            0,
        ),
        (
            Step::Dot,
            say("451 4.3.0 disk full"),
            "refused at the final dot: 451 4.3.0 disk full",
            "finished",
            0,
        ),
        (
            Step::Dot,
            say("571 too odd"),
            "refused at the final dot: 571 too odd",
            "finished",
            0,
        ),
        (
            Step::Dot,
            say("421 4.3.2 shutting down"),
            "refused at the final dot: 421 4.3.2 shutting down",
            "finished",
            0,
        ),
    ])
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_connection_lost_before_the_final_dot_hands_nothing_over() {
    let nothing = "not handed over";
    let mut rows = Vec::new();
    for step in [Step::Mail, Step::Recipient, Step::Data] {
        rows.push((step, Act::Close, nothing, "finished", 0));
        rows.push((step, Act::Stall, nothing, "finished", 0));
        rows.push((step, say("421 4.3.2 shutting down"), nothing, "finished", 0));
        rows.push((step, say("hello"), nothing, "finished", 0));
        rows.push((step, Act::SayAndClose("299".to_owned()), nothing, "finished", 0));
    }
    rows.push((Step::Mail, say("451 4.3.0 busy"), nothing, "finished", 0));
    rows.push((Step::Data, say("250 2.0.0 ok"), nothing, "finished", 0));
    // A bare code is a reply too, and is what each of these should say.
    rows.retain(|(step, act, ..)| *step == Step::Data || !matches!(act, Act::SayAndClose(_)));
    table(&rows).await;
}

#[tokio::test(start_paused = true)]
async fn a_relay_that_breaks_into_a_message_is_heard_as_long_as_the_final_dot_is_not_written() {
    let acts = [
        (Act::Close, "not handed over"),
        (
            Act::SayAndClose("552 5.3.4 enough".to_owned()),
            "refused at the message: 552 5.3.4 enough",
        ),
    ];
    for (act, expected) in acts {
        let server = SmtpServer::new(move |moment| (moment.step == Step::Body).then(|| act.clone()));
        // More than the pipe holds.
        let desk = Desk::with(&server, 1).holding_text(&"0123456789\r\n".repeat(100_000));
        let desk = Arc::new(desk);
        run(&server, settings(), &desk).await;
        assert_eq!(word(&desk.outcome()), expected);
    }
    // A message that fits leaves with its final dot: whether that was read, nobody can know.
    let (outcome, ..) = once(Step::Body, Act::Close, true).await;
    assert_eq!(outcome, "in doubt: the relay closed the connection");
}

#[tokio::test(start_paused = true)]
async fn after_the_final_dot_only_an_answer_tells() {
    let lost = "in doubt: the relay closed the connection";
    table(&[
        (Step::Dot, Act::Close, lost, "finished", 0),
        (
            Step::Dot,
            Act::Raw(b"250-2.0.0 que".to_vec()),
            "in doubt: no answer to the final dot within 600 s",
            "finished",
            0,
        ),
        (
            Step::Dot,
            Act::Stall,
            "in doubt: no answer to the final dot within 600 s",
            "finished",
            0,
        ),
        (
            Step::Dot,
            say("354 go on"),
            "in doubt: the final dot was answered `354 go on`",
            "finished",
            0,
        ),
        (
            Step::Dot,
            say("fine"),
            "in doubt: the relay's answer is no reply: `fine`",
            "finished",
            0,
        ),
        (Step::Dot, say("250"), "accepted", "finished", 0),
        (
            Step::Dot,
            Act::Raw(b"250 2.0.0 ok\n".to_vec()),
            "accepted",
            "finished",
            0,
        ),
        (
            Step::Dot,
            Act::Raw(b"250 2.0.0 angenommen f\xfcr morgen\r\n".to_vec()),
            "accepted",
            "finished",
            0,
        ),
        (
            Step::Dot,
            Act::SayAndClose("250 2.0.0 queued".to_owned()),
            "accepted",
            "finished",
            0,
        ),
        (Step::Quit, Act::Close, "accepted", "finished", 1),
        (Step::Quit, Act::Stall, "accepted", "finished", 1),
    ])
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_refused_envelope_leaves_the_connection_in_use() {
    for offers in [&["PIPELINING"][..], &[][..]] {
        let server = SmtpServer::new(|moment| {
            let refused = moment.step == Step::Recipient && moment.line.contains("r2@");
            refused.then(|| say("550 5.1.1 no such user"))
        })
        .offering(offers);
        let desk = Arc::new(Desk::with(&server, 3));
        let (ended, _) = run(&server, settings(), &desk).await;
        assert_eq!(ended, Ended::Finished);
        assert_eq!(desk.accepted(), [1, 3]);
        assert_eq!(server.connections(), 1);
        assert_eq!(server.log.count("Reset"), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn a_354_after_a_refused_recipient_gets_a_lone_dot() {
    let server = SmtpServer::new(|moment| match (moment.step, moment.time) {
        (Step::Recipient, 1) => Some(say("550 5.1.1 no such user")),
        (Step::Data, 1) => Some(say("354 go ahead all the same")),
        _ => None,
    });
    let desk = Arc::new(Desk::with(&server, 2));
    let (ended, _) = run(&server, settings(), &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert_eq!(desk.accepted(), [2]);
    assert_eq!(server.taken().len(), 1);
    assert_eq!(server.connections(), 1);
    assert_eq!(server.log.count("intent 1"), 0, "nothing was to be handed over");
}

#[tokio::test(start_paused = true)]
async fn an_intent_precedes_every_final_dot() {
    let server = SmtpServer::faultless();
    let desk = Arc::new(Desk::with(&server, 20));
    let mut settings = settings();
    settings.connections = 4;
    run(&server, settings, &desk).await;
    let lines = server.log.lines();
    for row in 1..=20 {
        let at = |wanted: String| lines.iter().position(|line| *line == wanted).unwrap();
        let intent = at(format!("intent {row}"));
        let dot = at(format!("Dot Message-ID: <{row}.1@example.org>"));
        assert!(intent < dot, "row {row}");
    }
    assert_eq!(server.most_open(), 4);
}

#[tokio::test(start_paused = true)]
async fn a_refused_intent_hands_nothing_over() {
    let server = SmtpServer::faultless();
    let desk = Arc::new(Desk::with(&server, 3).granting(|attempt| Ok(attempt.row != 2)));
    let (ended, _) = run(&server, settings(), &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert_eq!(desk.accepted(), [1, 3]);
    assert_eq!(desk.outcomes()[1], (2, Outcome::NotHandedOver));
    assert_eq!(
        server.log.count("intent"),
        3,
        "the third, asked for ahead, is not lost to the second's"
    );
    assert_eq!(server.log.count("Dot"), 2);
    assert_eq!(server.log.count("cut off in DATA"), 1);
}

#[tokio::test(start_paused = true)]
async fn a_journal_that_cannot_be_written_stops_everyone_before_the_final_dot() {
    let server = SmtpServer::faultless();
    let fault = JournalFault("disk full".to_owned());
    let answer = fault.clone();
    let desk = Desk::with(&server, 40).granting(move |attempt| match attempt.row {
        1..10 => Ok(true),
        _ => Err(answer.clone()),
    });
    let desk = Arc::new(desk);
    let mut settings = settings();
    settings.connections = 3;
    let (ended, _) = run(&server, settings, &desk).await;
    let Ended::Stopped(stop) = ended else {
        panic!("{ended:?}");
    };
    assert_eq!(stop, Stop::Journal(fault));
    assert_eq!(stop.message(), "the ledger cannot be written: disk full");
    assert!(server.taken().len() < 10);
    assert_eq!(desk.accepted().len(), server.taken().len());
}

#[tokio::test(start_paused = true)]
async fn a_reply_nobody_asked_for_is_never_taken_for_the_answer_to_the_final_dot() {
    // One 250 too many after MAIL would shift every later reply by one.
    let server = SmtpServer::new(|moment| match (moment.step, moment.time) {
        (Step::Data, 1) => Some(Act::Raw(b"354 go ahead\r\n250 2.0.0 stray\r\n".to_vec())),
        _ => None,
    });
    let desk = Arc::new(Desk::with(&server, 1));
    let (_, events) = run(&server, settings(), &desk).await;
    assert_eq!(desk.outcome(), Outcome::NotHandedOver);
    assert!(events.iter().any(|event| matches!(
        event,
        digest_cli::message::Event::Disconnected {
            phase: Phase::Body,
            ..
        }
    )));
}
