//! How fast final dots are written.

#![expect(clippy::unwrap_used, reason = "what tests share fails as tests do")]

use std::sync::Arc;
use std::time::Duration;

use digest_cli::deliver::{DomainLimit, Ended, Leave, Pace};
use digest_cli::foundation::Rate;
use proptest::prelude::*;
use tokio::time::Instant;

use super::desk::{Desk, run, settings};
use crate::support::{SmtpServer, Step, say};

/// When each of `count` dots passes, where several workers come and go with these pauses between (in milliseconds).
async fn passes(rate: Rate, count: usize, pauses: &[u64]) -> Vec<Duration> {
    let pace = Arc::new(Pace::new(rate, &[]));
    let began = Instant::now();
    let (sender, mut receiver) = tokio::sync::mpsc::unbounded_channel();
    for (worker, pause) in pauses.iter().copied().enumerate() {
        let (pace, sender) = (pace.clone(), sender.clone());
        let share = count / pauses.len() + usize::from(worker < count % pauses.len());
        tokio::spawn(async move {
            for _ in 0..share {
                let slot = pace.reserve().await;
                tokio::time::sleep(Duration::from_millis(pause)).await;
                pace.open(&Leave::default()).await.pass();
                drop(slot);
                sender.send(began.elapsed()).unwrap();
            }
        });
    }
    drop(sender);
    let mut times = Vec::new();
    while let Some(time) = receiver.recv().await {
        times.push(time);
    }
    times.sort_unstable();
    times
}

/// The most that pass in any half-open window of a period.
pub(super) fn most_in(times: &[Duration], period: Duration) -> usize {
    let ends = |start: usize| times.partition_point(|time| *time < times[start] + period);
    (0..times.len())
        .map(|start| ends(start) - start)
        .max()
        .unwrap_or(0)
}

#[tokio::test(start_paused = true)]
async fn ten_a_second_are_a_tenth_of_a_second_apart() {
    let rate: Rate = "10/s".parse().unwrap();
    let times = passes(rate, 21, &[250; 7]).await;
    assert!(
        times
            .windows(2)
            .all(|pair| pair[1] >= pair[0] + Duration::from_millis(100))
    );
    assert_eq!(times[20], times[0] + Duration::from_secs(2), "and no slower");
}

#[tokio::test(start_paused = true)]
async fn a_rate_that_timers_cannot_resolve_is_kept_all_the_same() {
    let rate: Rate = "3000/s".parse().unwrap();
    let times = passes(rate, 6500, &[0, 0, 0, 0]).await;
    assert!(most_in(&times, Duration::from_secs(1)) <= 3000);
    assert!(times[6499] < Duration::from_millis(2400), "{:?}", times[6499]);
}

#[tokio::test(start_paused = true)]
async fn a_slow_rate_begins_few_transactions_early() {
    let pace = Pace::new("2/m".parse().unwrap(), &[]);
    let began = Instant::now();
    let slot = pace.reserve().await;
    pace.open(&Leave::default()).await.pass();
    drop(slot);
    let slot = pace.reserve().await;
    assert_eq!(
        began.elapsed(),
        Duration::from_secs(29),
        "MAIL a second before its dot"
    );
    pace.open(&Leave::default()).await.pass();
    drop(slot);
    assert_eq!(began.elapsed(), Duration::from_secs(30));
}

#[tokio::test(start_paused = true)]
async fn refused_recipients_cost_no_time() {
    let server = SmtpServer::new(|moment| match moment.step {
        Step::Recipient if moment.time % 2 == 0 => {
            Some(say(&format!("550 5.1.{} no", 1 + moment.time / 2 % 2)))
        }
        _ => None,
    });
    let desk = Arc::new(Desk::with(&server, 41));
    let mut settings = settings();
    settings.rate = "10/s".parse().unwrap();
    settings.connections = 2;
    let began = Instant::now();
    let (ended, _) = run(&server, settings, &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert_eq!(desk.accepted().len(), 21);
    let took = began.elapsed();
    assert!(
        took >= Duration::from_secs(2) && took < Duration::from_millis(2200),
        "{took:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn no_window_sees_more_than_the_rate(
        messages in 1..200u32,
        seconds in prop::sample::select(vec![1u64, 60]),
        pauses in prop::collection::vec(0..1500u64, 1..6),
    ) {
        let period = Duration::from_secs(seconds);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        let count = (messages as usize * 2 + 3).min(200);
        let times = runtime.block_on(passes(Rate::Limited { messages, period }, count, &pauses));
        prop_assert!(most_in(&times, period) <= messages as usize, "{times:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_dot_that_was_held_up_holds_up_the_next_and_counts_when_it_is_written() {
    let pace = Arc::new(Pace::new("10/s".parse().unwrap(), &[]));
    let leave = Leave::default();
    let passage = pace.open(&leave).await;
    let next = tokio::spawn({
        let pace = pace.clone();
        async move {
            pace.open(&Leave::default()).await.pass();
            Instant::now()
        }
    });
    tokio::time::sleep(Duration::from_millis(400)).await;
    passage.pass();
    let written = Instant::now();
    assert_eq!(next.await.unwrap(), written + Duration::from_millis(100));
}

#[tokio::test(start_paused = true)]
async fn domains_that_go_first_leave_the_others_their_turn() {
    let rate: Rate = "10/s".parse().unwrap();
    let domains = ["a.example", "b.example", "c.example"];
    let limits = domains.map(|domain| DomainLimit {
        domain: domain.to_owned(),
        rate,
        connections: None,
    });
    let pace = Arc::new(Pace::new(rate, &limits));
    let (sender, mut receiver) = tokio::sync::mpsc::unbounded_channel();
    for (connection, domain) in [domains[0], domains[1], domains[2], "other.example"]
        .into_iter()
        .enumerate()
    {
        let (pace, sender) = (pace.clone(), sender.clone());
        tokio::spawn(async move {
            while !sender.is_closed() {
                let leave = loop {
                    match pace.admit(domain, connection) {
                        Ok(leave) => break leave,
                        Err(_) => tokio::time::sleep(Duration::from_millis(1)).await,
                    }
                };
                pace.open(&leave).await.pass();
                let _ = sender.send(domain);
            }
        });
    }
    let mut passed = Vec::new();
    while passed.len() < 100 {
        receiver.recv_many(&mut passed, 100).await;
    }
    for domain in [domains[0], domains[1], domains[2], "other.example"] {
        let times = passed.iter().filter(|other| **other == domain).count();
        assert!(times >= 20, "{domain} passed {times} times of {}", passed.len());
    }
}
