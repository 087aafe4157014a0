//! When a connection is kept, and when it is not.

use std::sync::Arc;
use std::time::Duration;

use digest_cli::deliver::{Ended, Settings};
use digest_cli::message::{Event, Outcome};

use super::desk::{Desk, run, settings};
use crate::support::{Act, SmtpServer, Step};

#[tokio::test(start_paused = true)]
async fn rows_that_were_taken_from_us_cost_one_connection_and_not_one_each() {
    let server = SmtpServer::faultless();
    let desk = Arc::new(Desk::with(&server, 40).granting(|attempt| Ok(!(10..=30).contains(&attempt.row))));
    let (ended, _) = run(&server, settings(), &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert_eq!(desk.accepted(), (1..10).chain(31..=40).collect::<Vec<_>>());
    let not_sent = desk
        .outcomes()
        .into_iter()
        .filter(|(_, outcome)| *outcome == Outcome::NotHandedOver);
    assert_eq!(not_sent.count(), 21);
    assert_eq!(server.connections(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_connection_is_closed_after_half_a_minute_without_a_copy_however_short_the_waits() {
    for (pauses, connections) in [(5, 1), (7, 2)] {
        let server = SmtpServer::faultless();
        let desk = Arc::new(Desk::with(&server, 2).pausing(pauses, Duration::from_secs(5)));
        let (ended, _) = run(&server, settings(), &desk).await;
        assert_eq!(ended, Ended::Finished);
        assert_eq!(server.connections(), connections, "{pauses} pauses");
        assert_eq!(server.log.count("Quit"), connections);
    }
}

#[tokio::test(start_paused = true)]
async fn whoever_follows_a_run_knows_which_connections_stand() {
    for (case, settings, act) in [
        ("idle", settings(), None),
        (
            "as many copies as one may carry",
            Settings {
                messages_per_connection: 1,
                ..settings()
            },
            None,
        ),
        ("lost", settings(), Some(Act::Close)),
    ] {
        let server = SmtpServer::new(move |moment| {
            act.clone()
                .filter(|_| moment.step == Step::Mail && moment.time == 1)
        });
        let desk = Arc::new(Desk::with(&server, 3).pausing(7, Duration::from_secs(5)));
        let (ended, events) = run(&server, settings, &desk).await;
        assert_eq!(ended, Ended::Finished, "{case}");
        let mut stands = false;
        let mut connections = 0;
        for event in events {
            let began = matches!(event, Event::Connected { .. });
            if began || matches!(event, Event::Closed { .. }) {
                assert_ne!(stands, began, "{case}");
                stands = began;
                connections += usize::from(began);
            }
        }
        assert!(!stands && connections >= 2, "{case}: {connections}");
    }
}
