//! Ctrl-C, once and twice.

use std::sync::Arc;
use std::time::Duration;

use digest_cli::deliver::Ended;
use digest_cli::foundation::Interrupt;
use digest_cli::message::{Event, Outcome};

use super::desk::{Desk, run_until, settings};
use crate::support::{Act, SmtpServer, Step};

/// A server that raises the interrupt at a step's nth time, and then acts.
fn interrupting(interrupt: &Interrupt, step: Step, time: usize, act: Option<Act>) -> SmtpServer {
    let interrupt = interrupt.clone();
    SmtpServer::new(move |moment| {
        if moment.step == step && moment.time == time {
            interrupt.raise();
            return act.clone();
        }
        None
    })
}

fn stopping(events: &[Event]) -> Vec<usize> {
    let awaited = events.iter().filter_map(|event| match event {
        Event::Stopping { awaited } => Some(*awaited),
        _ => None,
    });
    awaited.collect()
}

#[tokio::test(start_paused = true)]
async fn the_first_abandons_what_has_no_intent() {
    for step in [Step::Greeting, Step::Mail, Step::Data] {
        let interrupt = Interrupt::new();
        let server = interrupting(&interrupt, step, 1, Some(Act::Stall));
        let desk = Arc::new(Desk::with(&server, 5));
        let (ended, events) = run_until(&server, settings(), &desk, &interrupt).await;
        assert_eq!(ended, Ended::Interrupted);
        assert_eq!(desk.outcome(), Outcome::NotHandedOver, "{step:?}");
        assert_eq!(stopping(&events), [0]);
        assert_eq!(server.log.count("intent"), 0);
    }
}

#[tokio::test(start_paused = true)]
async fn the_first_awaits_the_answer_to_a_final_dot() {
    let interrupt = Interrupt::new();
    let server = interrupting(&interrupt, Step::Dot, 3, Some(Act::Late(Duration::from_mins(9))));
    let desk = Arc::new(Desk::with(&server, 9));
    let (ended, events) = run_until(&server, settings(), &desk, &interrupt).await;
    assert_eq!(ended, Ended::Interrupted);
    assert_eq!(desk.accepted(), [1, 2, 3]);
    assert_eq!(stopping(&events), [1]);
    // The fourth copy's envelope went out with the third's final dot: it is given up with the connection.
    assert_eq!(desk.outcomes()[3], (4, Outcome::NotHandedOver));
    assert_eq!(desk.outcomes().len(), 4);
    assert_eq!(server.log.count("cut off in DATA"), 1);
}

#[tokio::test(start_paused = true)]
async fn the_second_leaves_the_awaited_in_doubt() {
    let interrupt = Interrupt::new();
    let server = interrupting(&interrupt, Step::Dot, 3, Some(Act::Stall));
    let desk = Arc::new(Desk::with(&server, 9));
    let second = async {
        interrupt.reached(1).await;
        tokio::time::sleep(Duration::from_secs(30)).await;
        interrupt.raise();
        std::future::pending::<()>().await;
    };
    let (ended, _) = tokio::select! {
        ended = run_until(&server, settings(), &desk, &interrupt) => ended,
        () = second => unreachable!(),
    };
    assert_eq!(ended, Ended::Interrupted);
    assert_eq!(desk.accepted(), [1, 2]);
    let (row, Outcome::InDoubt { evidence }) = desk.outcomes().remove(2) else {
        panic!("{:?}", desk.outcomes());
    };
    assert_eq!(row, 3);
    assert!(evidence.contains("stopped while"), "{evidence}");
}

#[tokio::test(start_paused = true)]
async fn the_first_does_not_wait_for_a_message_that_is_half_written() {
    let interrupt = Interrupt::new();
    let server = interrupting(&interrupt, Step::Body, 1, Some(Act::Stall));
    let desk = Arc::new(Desk::with(&server, 1).holding_text(&"0123456789\r\n".repeat(100_000)));
    let began = tokio::time::Instant::now();
    let (ended, _) = run_until(&server, settings(), &desk, &interrupt).await;
    assert_eq!(ended, Ended::Interrupted);
    assert_eq!(desk.outcome(), Outcome::NotHandedOver);
    assert!(began.elapsed() < Duration::from_secs(1));
}

#[tokio::test(start_paused = true)]
async fn one_before_the_start_sends_nothing() {
    let interrupt = Interrupt::new();
    interrupt.raise();
    let server = SmtpServer::faultless();
    let desk = Arc::new(Desk::with(&server, 3));
    let (ended, _) = run_until(&server, settings(), &desk, &interrupt).await;
    assert_eq!(ended, Ended::Interrupted);
    assert_eq!(server.log.count("Mail"), 0);
    assert_eq!(server.taken(), []);
}

#[tokio::test(start_paused = true)]
async fn every_copy_drawn_is_told_of_whenever_it_comes() {
    for time in 1..=12 {
        for step in [Step::Mail, Step::Recipient, Step::Data, Step::Body, Step::Dot] {
            let interrupt = Interrupt::new();
            let server = interrupting(&interrupt, step, time, None);
            let desk = Arc::new(Desk::with(&server, 12));
            let mut settings = settings();
            settings.connections = 3;
            run_until(&server, settings, &desk, &interrupt).await;
            // The desk itself panics at an outcome without a draw; here, a draw without an outcome.
            assert_eq!(desk.untold(), 0, "{step:?} {time}");
            assert_eq!(desk.accepted().len(), server.taken().len(), "{step:?} {time}");
        }
    }
}
