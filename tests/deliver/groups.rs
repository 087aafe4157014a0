//! One round trip a copy, and what can go wrong in a group.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use digest_cli::deliver::{Ended, Settings};
use digest_cli::message::Outcome;
use tokio::time::Instant;

use super::desk::{Desk, run, run_over, settings};
use crate::support::{Act, Cut, Far, SmtpServer, Step, Taken, addresses, say};

/// How many round trips so many copies take on one connection, with all that a connection costs besides.
async fn round_trips(offers: &[&str], copies: usize) -> u32 {
    let server = SmtpServer::faultless().offering(offers);
    let desk = Arc::new(Desk::with(&server, copies).granting_after(Duration::ZERO));
    let way = Duration::from_millis(50);
    let began = Instant::now();
    let far = Far {
        server: server.clone(),
        way,
    };
    let ended = run_over(far, settings(), &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert_eq!(desk.accepted().len(), copies);
    u32::try_from((began.elapsed().as_millis() + 10) / (2 * way.as_millis())).unwrap_or(u32::MAX)
}

#[tokio::test(start_paused = true)]
async fn a_copy_costs_one_round_trip_where_groups_are_taken_and_four_where_not() {
    // Half for the greeting, one each for EHLO, the first envelope, and QUIT.
    assert_eq!(round_trips(&["PIPELINING"], 20).await, 3 + 20);
    assert_eq!(round_trips(&[], 20).await, 2 + 80);
}

/// What came of so many copies, each sent again that was not handed over; everyone has at most one.
async fn to_the_end(server: &SmtpServer, copies: usize) -> (Arc<Desk>, Duration) {
    let desk = Arc::new(Desk::with(server, copies).drawing_again());
    let began = Instant::now();
    let (ended, _) = run(server, settings(), &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert_once(&server.received());
    (desk, began.elapsed())
}

#[track_caller]
fn assert_once(received: &[Taken]) {
    let all = addresses(received);
    let different: BTreeSet<&String> = all.iter().collect();
    assert_eq!(different.len(), all.len(), "{all:?}");
}

#[tokio::test(start_paused = true)]
async fn a_group_refused_in_its_middle_is_ended_harmlessly() {
    for answer in [
        "354 go ahead all the same",
        "503 5.5.1 RCPT first",
        "554 5.5.1 no recipients",
    ] {
        let server = SmtpServer::new(move |moment| match (moment.step, moment.time) {
            (Step::Recipient, 3) => Some(say("550 5.1.1 no such user")),
            (Step::Data, 3) => Some(say(answer)),
            _ => None,
        });
        let (desk, _) = to_the_end(&server, 6).await;
        assert_eq!(desk.accepted(), [1, 2, 4, 5, 6], "{answer}");
        assert_eq!(server.connections(), 1, "{answer}");
        assert_eq!(server.taken().len(), 5, "{answer}");
    }
}

#[tokio::test(start_paused = true)]
async fn replies_too_many_or_too_few_cost_the_connection_and_nobody_a_copy() {
    let faults = [
        (Step::Dot, "250 2.0.0 queued\r\n250 2.0.0 once more\r\n"),
        (Step::Mail, "250 2.1.0 ok\r\n250 2.1.0 ok\r\n"),
        (Step::Mail, ""),
        (Step::Recipient, ""),
        (Step::Data, ""),
    ];
    for (step, act) in faults {
        let server = SmtpServer::new(move |moment| {
            (moment.step == step && moment.time == 3).then(|| Act::Fine(act.to_owned()))
        });
        let (desk, _) = to_the_end(&server, 6).await;
        let told: BTreeSet<i64> = desk.outcomes().into_iter().map(|(row, _)| row).collect();
        assert_eq!(told.len(), 6, "{step:?} {act:?}");
        assert_eq!(
            desk.accepted().len(),
            6,
            "{step:?} {act:?}: {:?}",
            desk.outcomes()
        );
        assert_eq!(server.connections(), 2, "{step:?} {act:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn replies_of_many_lines_are_each_one_reply() {
    let server = SmtpServer::new(|moment| match moment.step {
        Step::Mail => Some(Act::Fine("250-2.1.0 well\r\n250 2.1.0 ok\r\n".to_owned())),
        Step::Recipient => Some(Act::Fine(
            "250-2.1.5 there is\r\n250-2.1.5 room\r\n250 2.1.5 ok\r\n".to_owned(),
        )),
        Step::Dot => Some(Act::Fine(
            "250-2.0.0 queued\r\n250 2.0.0 as so many\r\n".to_owned(),
        )),
        _ => None,
    });
    let (desk, _) = to_the_end(&server, 5).await;
    assert_eq!(desk.accepted(), [1, 2, 3, 4, 5]);
    assert_eq!(server.connections(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_relay_that_closes_between_copies_costs_no_time() {
    let closes = [
        Act::Close,
        Act::SayAndClose("421 4.7.0 enough for one connection".to_owned()),
    ];
    for act in closes {
        for offers in [&["PIPELINING"][..], &[][..]] {
            let closing = act.clone();
            let server = SmtpServer::new(move |moment| {
                (moment.step == Step::Mail && moment.time.is_multiple_of(4)).then(|| closing.clone())
            })
            .offering(offers);
            let (desk, took) = to_the_end(&server, 12).await;
            assert_eq!(desk.accepted().len(), 12);
            assert_eq!(desk.outcomes().len(), 12, "nothing was given back");
            assert_eq!(server.connections(), 4, "{act:?} {offers:?}");
            assert!(took < Duration::from_secs(1), "{act:?} {offers:?}: {took:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_421_in_a_group_gives_the_copy_back() {
    for step in [Step::Recipient, Step::Data] {
        let server = SmtpServer::new(move |moment| {
            let act = || Act::SayAndClose("421 4.3.2 shutting down".to_owned());
            (moment.step == step && moment.time == 3).then(act)
        });
        let (desk, _) = to_the_end(&server, 6).await;
        assert_eq!(desk.accepted().len(), 6);
        assert_eq!(desk.outcomes()[2], (3, Outcome::NotHandedOver));
    }
}

#[tokio::test(start_paused = true)]
async fn a_final_dot_without_an_answer_leaves_the_next_copy_out_of_doubt() {
    for act in [Act::Close, Act::Stall, say("garbled")] {
        let server = SmtpServer::new(move |moment| {
            (moment.step == Step::Dot && moment.time == 3).then(|| act.clone())
        });
        let (desk, _) = to_the_end(&server, 6).await;
        assert_eq!(desk.accepted(), [1, 2, 4, 5, 6]);
        assert!(matches!(desk.outcomes()[2], (3, Outcome::InDoubt { .. })));
        assert_eq!(desk.outcomes()[3], (4, Outcome::NotHandedOver));
    }
}

#[tokio::test(start_paused = true)]
async fn a_connection_cut_at_any_octet_gives_nobody_two_copies_and_loses_nobody() {
    // EHLO and three dialogues are shorter than this.
    for after in 0..900 {
        for silent in [true, false] {
            let server = SmtpServer::faultless();
            let desk = Arc::new(Desk::with(&server, 3).drawing_again());
            let ended = run_over(Cut::new(&server, after, silent), settings(), &desk).await;
            assert_eq!(ended, Ended::Finished, "{after}");
            assert_once(&server.received());
            let received: BTreeSet<String> = addresses(&server.received()).into_iter().collect();
            let doubtful = desk
                .outcomes()
                .into_iter()
                .filter(|(_, outcome)| matches!(outcome, Outcome::InDoubt { .. }))
                .map(|(row, _)| row);
            let doubtful: Vec<i64> = doubtful.collect();
            assert!(doubtful.len() <= 1, "{after}: {doubtful:?}");
            for row in 1..=3 {
                let told = desk.accepted().contains(&row) || doubtful.contains(&row);
                assert!(told, "{after}: {row} is lost");
                let has = received.contains(&format!("r{row}@example.org"));
                assert!(has || doubtful.contains(&row), "{after}: {row} has none");
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn no_more_intents_are_asked_for_than_may_be_in_doubt() {
    for (ahead, most) in [(0, 1), (1, 2), (4, 5)] {
        let server =
            SmtpServer::new(|moment| (moment.step == Step::Dot && moment.time == 6).then_some(Act::Stall));
        let desk = Arc::new(Desk::with(&server, 40).granting_after(Duration::ZERO));
        let settings = Settings { ahead, ..settings() };
        let stalled = tokio::time::timeout(Duration::from_mins(1), run(&server, settings, &desk)).await;
        assert!(stalled.is_err());
        assert_eq!(desk.accepted().len(), 5);
        assert_eq!(server.log.count("intent"), 5 + most, "{ahead} ahead");
    }
}

#[tokio::test(start_paused = true)]
async fn a_slow_journal_is_asked_for_as_many_intents_at_once_as_may_be_in_doubt() {
    for (ahead, seconds) in [(0, 100), (1, 50), (4, 20)] {
        let (open, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let (granted, settled, seen) = (Arc::clone(&open), Arc::clone(&open), Arc::clone(&most));
        let server = SmtpServer::faultless();
        let desk = Desk::with(&server, 10)
            .granting_after(Duration::from_secs(10))
            .granting(move |_| {
                seen.fetch_max(granted.fetch_add(1, Ordering::Relaxed) + 1, Ordering::Relaxed);
                Ok(true)
            })
            .told(move |_| {
                settled.fetch_sub(1, Ordering::Relaxed);
            });
        let began = Instant::now();
        let (ended, _) = run(&server, Settings { ahead, ..settings() }, &Arc::new(desk)).await;
        assert_eq!(ended, Ended::Finished);
        assert_eq!(began.elapsed().as_secs(), seconds, "{ahead} ahead");
        assert!(most.load(Ordering::Relaxed) <= 1 + ahead, "{ahead} ahead");
    }
}

#[tokio::test(start_paused = true)]
async fn an_old_connection_is_renewed_in_good_order() {
    let server =
        SmtpServer::new(|moment| (moment.step == Step::Dot).then_some(Act::Late(Duration::from_mins(1))));
    let desk = Arc::new(Desk::with(&server, 10));
    let settings = Settings {
        connection_age: Duration::from_secs(170),
        ..settings()
    };
    let (ended, _) = run(&server, settings, &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert_eq!(desk.accepted().len(), 10);
    assert_eq!(server.connections(), 3);
    assert_eq!(server.log.count("Quit"), 3);
    assert_eq!(server.log.count("cut off"), 0);
}

#[tokio::test(start_paused = true)]
async fn an_outcome_is_told_after_the_answer_to_its_intent() {
    let server = SmtpServer::new(|moment| {
        (moment.step == Step::Recipient && moment.time == 3).then(|| say("450 4.2.0 busy"))
    });
    let log = server.log.clone();
    let desk = Desk::with(&server, 4)
        .granting_after(Duration::from_secs(9))
        .told(move |row| {
            assert!(
                log.lines().contains(&format!("intent {row}")),
                "{row} was told too early"
            );
        });
    let desk = Arc::new(desk);
    let (ended, _) = run(&server, settings(), &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert_eq!(desk.outcomes().len(), 4);
}

#[tokio::test(start_paused = true)]
async fn a_relay_that_limits_our_mail_at_mail_is_not_taken_for_the_recipients_domain() {
    // Postfix answers so where smtpd_client_message_rate_limit is reached; it has not heard of any recipient then.
    let server = SmtpServer::new(|moment| {
        let limited = moment.step == Step::Mail && (3..=7).contains(&moment.time);
        limited.then(|| say("450 4.7.1 Error: too much mail from 192.0.2.1"))
    });
    let (desk, took) = to_the_end(&server, 6).await;
    assert_eq!(desk.accepted().len(), 6);
    assert!(took < Duration::from_mins(5), "{took:?}");
}
