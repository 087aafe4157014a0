//! The same refusal for everyone.

use std::sync::Arc;

use digest_cli::deliver::{Breaker, Ended, Stop};
use digest_cli::message::{Attempt, Outcome, Phase, Reply};
use proptest::prelude::*;

use super::desk::{Desk, run, settings};
use crate::support::{SmtpServer, Step, say};

fn attempt(row: i64) -> Attempt {
    Attempt { row, number: 1 }
}

#[tokio::test(start_paused = true)]
async fn ten_refusals_alike_stop_the_run_and_name_the_rows_that_fed_it() {
    let server = SmtpServer::new(|moment| {
        let refused = moment.step == Step::Recipient && moment.time > 3;
        refused.then(|| say("550 5.2.1 not today"))
    });
    let desk = Arc::new(Desk::with(&server, 40));
    let (ended, _) = run(&server, settings(), &desk).await;
    let Ended::Stopped(stop) = ended else {
        panic!("{ended:?}");
    };
    assert_eq!(
        stop.message(),
        "10 refusals in a row, all alike: `550 5.2.1 not today`"
    );
    assert_eq!(stop.fed(), (4..=13).map(attempt).collect::<Vec<_>>());
    assert_eq!(desk.accepted(), [1, 2, 3]);
    assert_eq!(desk.outcomes().len(), 13, "nobody after the tenth was tried");
}

#[tokio::test(start_paused = true)]
async fn copies_that_were_under_way_when_it_broke_are_named_too() {
    let server =
        SmtpServer::new(|moment| (moment.step == Step::Dot).then(|| say("554 5.6.0 not such a message")));
    let desk = Arc::new(Desk::with(&server, 40));
    let mut settings = settings();
    settings.connections = 4;
    let (ended, _) = run(&server, settings, &desk).await;
    let Ended::Stopped(stop @ Stop::Breaker { .. }) = ended else {
        panic!("{ended:?}");
    };
    let refused: Vec<Attempt> = desk
        .outcomes()
        .into_iter()
        .filter(|(_, outcome)| matches!(outcome, Outcome::Refused { .. }))
        .map(|(row, _)| attempt(row))
        .collect();
    assert!(refused.len() >= 10);
    assert_eq!(stop.fed(), refused);
}

#[tokio::test(start_paused = true)]
async fn a_relay_that_knows_no_address_from_the_start_stops_the_run() {
    let server =
        SmtpServer::new(|moment| (moment.step == Step::Recipient).then(|| say("550 5.1.1 no such user")));
    let desk = Arc::new(Desk::with(&server, 40));
    let (ended, _) = run(&server, settings(), &desk).await;
    let Ended::Stopped(stop) = ended else {
        panic!("{ended:?}");
    };
    assert_eq!(stop.fed(), (1..=10).map(attempt).collect::<Vec<_>>());
}

#[tokio::test(start_paused = true)]
async fn dead_addresses_side_by_side_are_only_that_once_the_relay_has_taken_a_copy() {
    let server = SmtpServer::new(|moment| {
        let dead = moment.step == Step::Recipient && (2..=13).contains(&moment.time);
        dead.then(|| say("550 5.1.1 no such user"))
    });
    let desk = Arc::new(Desk::with(&server, 20));
    let (ended, _) = run(&server, settings(), &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert_eq!(desk.accepted().len(), 8);
}

#[tokio::test(start_paused = true)]
async fn a_group_for_its_members_only_is_refused_alone_once_the_relay_has_taken_a_copy() {
    let members = "550 5.7.1 this group takes mail from its members only";
    for (step, phase) in [
        (Step::Recipient, Phase::Recipient),
        (Step::Data, Phase::Data),
        (Step::Dot, Phase::Terminator),
    ] {
        let server =
            SmtpServer::new(move |moment| (moment.step == step && moment.time == 2).then(|| say(members)));
        let desk = Arc::new(Desk::with(&server, 4));
        let (ended, _) = run(&server, settings(), &desk).await;
        assert_eq!(ended, Ended::Finished);
        assert_eq!(desk.accepted(), [1, 3, 4]);
        let reply = Reply::new(550, &members[4..]);
        assert_eq!(desk.outcomes()[1], (2, Outcome::Refused { phase, reply }));
    }
}

#[tokio::test(start_paused = true)]
async fn before_any_acceptance_such_a_refusal_stops_the_run_and_names_whom_it_met() {
    let server =
        SmtpServer::new(|moment| (moment.step == Step::Recipient).then(|| say("550 5.7.1 members only")));
    let desk = Arc::new(Desk::with(&server, 4));
    let (ended, _) = run(&server, settings(), &desk).await;
    let Ended::Stopped(stop) = ended else {
        panic!("{ended:?}");
    };
    assert_eq!(
        stop.message(),
        "the relay refused us at RCPT for `r1@example.org`: `550 5.7.1 members only`"
    );
    assert!(
        stop.hints()
            .iter()
            .any(|hint| hint.contains("`r1@example.org` alone"))
    );
    let turned_away = Outcome::TurnedAway {
        phase: Phase::Recipient,
        reply: Reply::new(550, "5.7.1 members only"),
    };
    assert_eq!(desk.outcomes(), [(1, turned_away)]);
}

#[tokio::test(start_paused = true)]
async fn a_relay_that_turns_against_us_in_the_middle_still_stops_the_run() {
    let server = SmtpServer::new(|moment| {
        let against = moment.step == Step::Recipient && moment.time > 3;
        against.then(|| say("550 5.7.1 your reputation is poor"))
    });
    let desk = Arc::new(Desk::with(&server, 40));
    let (ended, _) = run(&server, settings(), &desk).await;
    let Ended::Stopped(stop) = ended else {
        panic!("{ended:?}");
    };
    assert_eq!(stop.fed(), (4..=13).map(attempt).collect::<Vec<_>>());
}

#[tokio::test(start_paused = true)]
async fn addresses_that_need_smtputf8_do_not_feed_it() {
    let server = SmtpServer::faultless().offering(&["PIPELINING"]);
    let desk = Arc::new(Desk::new(&server, &["почта@example.org"; 12]));
    let (ended, _) = run(&server, settings(), &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert_eq!(desk.outcomes().len(), 12);
}

#[test]
fn without_an_enhanced_code_the_basic_one_counts() {
    let mut breaker = Breaker::new(3);
    assert!(!breaker.refused(attempt(1), &Reply::new(550, "no")));
    assert!(!breaker.refused(attempt(2), &Reply::new(550, "not at all")));
    assert!(!breaker.refused(attempt(3), &Reply::new(554, "no")));
    assert!(!breaker.refused(attempt(4), &Reply::new(554, "no")));
    assert!(breaker.refused(attempt(5), &Reply::new(554, "no")));
    assert_eq!(breaker.fed(), [3, 4, 5].map(attempt));
}

proptest! {
    /// Against the plain reading: the longest tail without an acceptance whose final refusals, those of addresses apart, all have one code.
    #[test]
    fn it_breaks_exactly_at_ten_in_a_row(replies in prop::collection::vec(0..4u8, 0..80)) {
        let mut breaker = Breaker::new(10);
        let mut row: Vec<(u8, Attempt)> = Vec::new();
        let mut trusted = false;
        for (index, kind) in replies.into_iter().enumerate() {
            let attempt = attempt(i64::try_from(index).unwrap());
            let broke = match kind {
                0 if index % 7 == 0 => {
                    breaker.accepted();
                    row.clear();
                    trusted = true;
                    false
                }
                1 => {
                    prop_assert!(!breaker.refused(attempt, &Reply::new(451, "4.3.0 later")));
                    false
                }
                2 if index % 3 == 0 && trusted => {
                    prop_assert!(!breaker.refused(attempt, &Reply::new(550, "5.1.1 nobody")));
                    continue;
                }
                kind => {
                    let code = if kind == 3 && index % 5 == 0 { 1 } else { 2 };
                    row.retain(|(known, _)| *known == code);
                    row.push((code, attempt));
                    breaker.refused(attempt, &Reply::new(550, format!("5.2.{code} no")))
                }
            };
            prop_assert_eq!(broke, kind != 1 && row.len() >= 10);
            prop_assert_eq!(breaker.fed(), row.iter().map(|(_, attempt)| *attempt).collect::<Vec<_>>());
        }
    }
}
