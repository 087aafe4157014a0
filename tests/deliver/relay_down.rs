//! A relay that goes away, for a moment or for good.

use std::collections::HashSet;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use digest_cli::deliver::{Ended, Secret, Settings, Stop};
use digest_cli::message::{Event, Outcome, Phase};
use tokio::time::Instant;

use super::desk::{Desk, run, settings};
use crate::support::{Act, SmtpServer, Step, say};

#[tokio::test(start_paused = true)]
async fn a_refused_connection_is_tried_again_with_growing_pauses_until_patience_ends() {
    let server = SmtpServer::new(|moment| (moment.step == Step::Connect).then_some(Act::Close));
    let desk = Arc::new(Desk::with(&server, 3));
    let began = Instant::now();
    let (ended, events) = run(&server, settings(), &desk).await;
    let Ended::Stopped(stop @ Stop::RelayUnreachable { .. }) = ended else {
        panic!("{ended:?}");
    };
    assert!(stop.may_pass());
    assert_eq!(
        stop.message(),
        "the relay `relay.example.org:25` cannot be reached: connection refused"
    );
    assert_eq!(began.elapsed().as_secs(), 30);
    // After 0, 1, 3, 7, 15 and 30 seconds.
    assert_eq!(server.log.count("Connect"), 6);
    assert_eq!(
        events
            .iter()
            .filter(|event| matches!(event, Event::Disconnected { .. }))
            .count(),
        6
    );
    assert_eq!(desk.outcome(), Outcome::NotHandedOver);
}

#[tokio::test(start_paused = true)]
async fn a_relay_that_comes_back_in_time_gets_everything() {
    let server = SmtpServer::new(|moment| match moment.step {
        Step::Connect if moment.time <= 3 => Some(Act::Close),
        Step::Greeting if moment.time <= 1 => Some(say("421 4.3.2 starting up")),
        _ => None,
    });
    let desk = Arc::new(Desk::with(&server, 3));
    let (ended, events) = run(&server, settings(), &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert_eq!(desk.accepted(), [1, 2, 3]);
    assert_eq!(
        events
            .iter()
            .filter(|event| matches!(event, Event::Connected { .. }))
            .count(),
        1
    );
}

#[tokio::test(start_paused = true)]
async fn a_lost_connection_is_reopened_and_the_copy_drawn_again() {
    let server = SmtpServer::new(|moment| match moment.step {
        Step::Data if moment.time.is_multiple_of(4) => Some(Act::Close),
        _ => None,
    });
    let desk = Arc::new(Desk::with(&server, 10).drawing_again());
    let (ended, _) = run(&server, settings(), &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert_eq!(desk.accepted(), (1..=10).collect::<Vec<_>>());
    assert_eq!(server.taken().len(), 10);
    assert_eq!(server.connections(), 4);
}

#[tokio::test(start_paused = true)]
async fn a_relay_that_takes_nothing_for_now_is_not_called_unreachable() {
    for (step, phase) in [(Step::Greeting, Phase::Greeting), (Step::Mail, Phase::Mail)] {
        let server = SmtpServer::new(move |moment| {
            (moment.step == step).then(|| say("450 4.7.1 too much mail from you this hour"))
        });
        let desk = Arc::new(Desk::with(&server, 10).drawing_again());
        let began = Instant::now();
        let (ended, _) = run(&server, settings(), &desk).await;
        let Ended::Stopped(stop) = ended else {
            panic!("{ended:?}");
        };
        assert_eq!(began.elapsed().as_secs(), 300);
        assert_eq!(
            stop.message(),
            format!(
                "the relay `relay.example.org:25` takes nothing from us for now: at {phase} it says `450 4.7.1 too much mail from you this hour`"
            )
        );
        assert!(stop.may_pass() && stop.hints()[0].contains("run the same command again later"));
        assert!(desk.accepted().is_empty());
        assert_eq!(desk.untold(), 0);
    }
}

#[tokio::test(start_paused = true)]
async fn a_relay_that_refuses_for_long_may_also_be_away_for_a_moment() {
    let begun = Instant::now();
    let second = move || begun.elapsed().as_secs();
    let server = SmtpServer::new(move |moment| match moment.step {
        Step::Connect if (60..80).contains(&second()) => Some(Act::Close),
        Step::Mail if second() < 120 => Some(say("450 4.7.1 too much mail from you this minute")),
        _ => None,
    });
    let desk = Arc::new(Desk::with(&server, 3).drawing_again());
    let (ended, _) = run(&server, settings(), &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert_eq!(desk.accepted(), [1, 2, 3]);
}

#[tokio::test(start_paused = true)]
async fn a_relay_that_was_there_and_is_gone_is_waited_for_no_longer_than_another() {
    let begun = Instant::now();
    let server = SmtpServer::new(move |moment| match moment.step {
        Step::Connect if begun.elapsed().as_secs() >= 40 => Some(Act::Close),
        Step::Mail => Some(say("450 4.7.1 too much mail from you this minute")),
        _ => None,
    });
    let desk = Arc::new(Desk::with(&server, 3).drawing_again());
    let (ended, _) = run(&server, settings(), &desk).await;
    assert!(
        matches!(ended, Ended::Stopped(Stop::RelayUnreachable { .. })),
        "{ended:?}"
    );
    // Refused last after 31 seconds, found gone after 61.
    assert_eq!(begun.elapsed().as_secs(), 91);
}

#[tokio::test(start_paused = true)]
async fn a_password_that_is_refused_for_now_is_not_tried_for_long() {
    let server =
        SmtpServer::new(|moment| (moment.step == Step::Auth).then(|| say("454 4.7.0 try again later")))
            .offering(&["AUTH PLAIN"]);
    let settings = Settings {
        credentials: Some(("desk".to_owned(), Secret::new("hunter2".to_owned()))),
        ..settings()
    };
    let desk = Arc::new(Desk::with(&server, 3).drawing_again());
    let begun = Instant::now();
    let (ended, events) = run(&server, settings, &desk).await;
    let Ended::Stopped(Stop::NotNow { phase, .. }) = ended else {
        panic!("{ended:?}");
    };
    let told = |event: &Event| matches!(event, Event::RelayRefuses { .. });
    assert!(!events.iter().any(told), "it would promise five minutes");
    assert_eq!((phase, begun.elapsed().as_secs()), (Phase::Auth, 30));
    assert_eq!(server.log.count("Auth"), 6);
}

#[tokio::test(start_paused = true)]
async fn a_relay_that_counts_mail_by_the_minute_is_waited_for_and_told_of_once() {
    let begun = Arc::new(Mutex::new((Instant::now(), 0)));
    let server = SmtpServer::new(move |moment| {
        if moment.step != Step::Mail {
            return None;
        }
        let mut window = begun.lock().expect("not poisoned");
        if window.0.elapsed() >= Duration::from_mins(1) {
            *window = (Instant::now(), 0);
        }
        window.1 += 1;
        (window.1 > 20).then(|| say("450 4.7.1 too much mail from you this minute"))
    });
    let desk = Arc::new(Desk::with(&server, 50).drawing_again());
    let settings = Settings {
        connections: 3,
        ..settings()
    };
    let (ended, events) = run(&server, settings, &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert_eq!(desk.accepted().len(), 50);
    let told = events.iter().filter(|event| {
        matches!(
            event,
            Event::RelayRefuses {
                phase: Phase::Mail,
                ..
            }
        )
    });
    assert_eq!(told.count(), 2, "in the first minute and in the second");
}

#[tokio::test(start_paused = true)]
async fn a_relay_that_dies_at_every_data_is_given_up() {
    let server = SmtpServer::new(|moment| (moment.step == Step::Data).then_some(Act::Close));
    let desk = Arc::new(Desk::with(&server, 10).drawing_again());
    let mut settings = settings();
    settings.connections = 4;
    let (ended, _) = run(&server, settings, &desk).await;
    assert!(
        matches!(ended, Ended::Stopped(Stop::RelayUnreachable { .. })),
        "{ended:?}"
    );
    assert_eq!(desk.untold(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_relay_that_answers_no_final_dot_leaves_few_in_doubt() {
    let server = SmtpServer::new(|moment| (moment.step == Step::Dot).then_some(Act::Close));
    let desk = Arc::new(Desk::with(&server, 200));
    let mut settings = settings();
    settings.connections = 2;
    let (ended, _) = run(&server, settings, &desk).await;
    assert!(
        matches!(ended, Ended::Stopped(Stop::RelayUnreachable { .. })),
        "{ended:?}"
    );
    let outcomes = desk.outcomes().into_iter();
    let in_doubt = outcomes.filter(|(_, outcome)| matches!(outcome, Outcome::InDoubt { .. }));
    let in_doubt = in_doubt.count();
    assert!(in_doubt <= 12, "{in_doubt}");
}

#[tokio::test(start_paused = true)]
async fn too_few_connections_are_no_reason_to_stop() {
    // The relay allows one connection at a time, and takes twenty seconds for each copy.
    let server = SmtpServer::new(|moment| match moment.step {
        Step::Greeting if moment.connection > 0 => {
            Some(Act::SayAndClose("421 4.7.0 too many connections".to_owned()))
        }
        _ => None,
    });
    let desk = Desk::with(&server, 8)
        .drawing_again()
        .granting_after(Duration::from_secs(20));
    let desk = Arc::new(desk);
    let mut settings = settings();
    settings.connections = 3;
    let (_, events) = run(&server, settings, &desk).await;
    assert!(desk.accepted().len() >= 6, "{:?}", desk.outcomes());
    assert!(events.iter().any(|event| matches!(
        event,
        Event::Disconnected {
            connection: 1 | 2,
            ..
        }
    )));
}

#[tokio::test(start_paused = true)]
async fn a_connection_is_renewed_after_its_number_of_copies() {
    let server = SmtpServer::faultless();
    let desk = Arc::new(Desk::with(&server, 10));
    let settings = Settings {
        messages_per_connection: 4,
        ..settings()
    };
    let (ended, _) = run(&server, settings, &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert_eq!(server.connections(), 3);
    assert_eq!(server.log.count("Quit"), 3);
}

#[tokio::test(start_paused = true)]
async fn a_421_between_two_copies_costs_nobody_anything() {
    // The answer to the third final dot is followed by a goodbye.
    let server = SmtpServer::new(|moment| match (moment.step, moment.time) {
        (Step::Dot, 3) => Some(Act::SayAndClose(
            "250 2.0.0 queued\r\n421 4.3.2 that was enough for now".to_owned(),
        )),
        _ => None,
    });
    let desk = Arc::new(Desk::with(&server, 6));
    let began = Instant::now();
    let (ended, _) = run(&server, settings(), &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert_eq!(desk.accepted(), (1..=6).collect::<Vec<_>>());
    assert_eq!(server.connections(), 2);
    assert!(began.elapsed() < Duration::from_secs(1));
}

/// One that closes the connection at a step of each transaction for the third reader.
fn dying_of_the_third(step: Step) -> SmtpServer {
    let met = Mutex::new(HashSet::new());
    SmtpServer::new(move |moment| {
        let mut met = met.lock().expect("not poisoned");
        if moment.step == Step::Recipient {
            met.remove(&moment.connection);
            if moment.line.contains("<r3@") {
                met.insert(moment.connection);
            }
        }
        (moment.step == step && met.contains(&moment.connection)).then_some(Act::Close)
    })
}

#[tokio::test(start_paused = true)]
async fn a_copy_that_every_connection_ends_with_is_put_off_and_holds_up_nobody() {
    for step in [Step::Recipient, Step::Data] {
        let server = dying_of_the_third(step);
        let desk = Arc::new(Desk::with(&server, 6).drawing_again());
        let (ended, _) = run(&server, settings(), &desk).await;
        assert_eq!(ended, Ended::Finished, "{step:?}");
        assert_eq!(desk.accepted(), [1, 2, 4, 5, 6], "{step:?}");
        let of_the_third: Vec<_> = desk.outcomes().into_iter().filter(|(row, _)| *row == 3).collect();
        let [
            (_, Outcome::NotHandedOver),
            (_, Outcome::NotHandedOver),
            (_, Outcome::Refused { reply, .. }),
        ] = of_the_third.as_slice()
        else {
            panic!("{step:?}: {of_the_third:?}");
        };
        assert!(
            reply.to_string().starts_with("451 4.4.2 not taken from us: "),
            "{step:?}: {reply}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_relay_that_takes_nothing_any_more_is_not_every_copys_doing() {
    let taken = Arc::new(Mutex::new(0));
    let server = SmtpServer::new(move |moment| {
        let mut taken = taken.lock().expect("not poisoned");
        *taken += usize::from(moment.step == Step::Answered);
        (moment.step == Step::Data && *taken >= 5).then_some(Act::Close)
    });
    let desk = Arc::new(Desk::with(&server, 500).drawing_again());
    let (ended, _) = run(&server, settings(), &desk).await;
    assert!(
        matches!(ended, Ended::Stopped(Stop::RelayUnreachable { .. })),
        "{ended:?}"
    );
    let put_off = desk
        .outcomes()
        .into_iter()
        .filter(|(_, outcome)| matches!(outcome, Outcome::Refused { .. }));
    assert!(put_off.count() <= 10);
}
