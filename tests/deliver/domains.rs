//! Limits of single recipient domains.

#![expect(clippy::unwrap_used, reason = "what tests share fails as tests do")]

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use digest_cli::deliver::{DomainLimit, Ended, Settings};
use digest_cli::foundation::Rate;
use digest_cli::message::Event;
use tokio::time::Instant;

use super::desk::{Desk, run, settings};
use super::pace::most_in;
use crate::support::{Act, Moment, SmtpServer, Step, say};

/// When which domain's copies began and had their final dots, and how many were under way at once.
#[derive(Clone, Default)]
struct Watch(Arc<Mutex<Watched>>);

#[derive(Default)]
struct Watched {
    /// The domain of the copy on each connection.
    now: HashMap<usize, String>,
    begun: HashMap<String, Vec<Instant>>,
    dots: HashMap<String, Vec<Instant>>,
    most_at_once: HashMap<String, usize>,
}

impl Watch {
    /// Looks at a moment of the server; the domain of the copy that it concerns.
    fn see(&self, moment: &Moment) -> String {
        let mut seen = self.0.lock().unwrap();
        if moment.step == Step::Recipient {
            let domain = moment.line.split(['@', '>']).nth(1).unwrap().to_owned();
            seen.now.insert(moment.connection, domain.clone());
            seen.begun.entry(domain.clone()).or_default().push(Instant::now());
            let at_once = seen.now.values().filter(|other| **other == domain).count();
            let most = seen.most_at_once.entry(domain).or_default();
            *most = at_once.max(*most);
        }
        let domain = seen.now.get(&moment.connection).cloned().unwrap_or_default();
        if moment.step == Step::Dot {
            seen.dots.entry(domain.clone()).or_default().push(Instant::now());
        }
        if matches!(moment.step, Step::Answered | Step::Mail) {
            seen.now.remove(&moment.connection);
        }
        domain
    }

    /// Since a moment, in order.
    fn dots(&self, domain: Option<&str>, since: Instant) -> Vec<Duration> {
        let seen = self.0.lock().unwrap();
        let wanted = |known: &str| domain.is_none_or(|domain| domain == known);
        let dots = seen.dots.iter().filter(|(known, _)| wanted(known));
        let mut dots: Vec<Duration> = dots
            .flat_map(|(_, times)| times)
            .map(|time| *time - since)
            .collect();
        dots.sort_unstable();
        dots
    }

    fn begun(&self, domain: &str, since: Instant) -> Vec<Duration> {
        let seen = self.0.lock().unwrap();
        seen.begun[domain].iter().map(|time| *time - since).collect()
    }

    fn most_at_once(&self, domain: &str) -> usize {
        self.0.lock().unwrap().most_at_once[domain]
    }
}

fn limit(rate: &str, connections: Option<usize>) -> Vec<DomainLimit> {
    let rate: Rate = rate.parse().unwrap();
    let domain = "example.net".to_owned();
    vec![DomainLimit {
        domain,
        rate,
        connections,
    }]
}

/// So many recipients, every third of them at `example.net`.
fn mixed(server: &SmtpServer, count: usize) -> Desk {
    let domain = |n: usize| {
        if n.is_multiple_of(3) {
            "example.net"
        } else {
            "example.org"
        }
    };
    let recipients: Vec<String> = (1..=count).map(|n| format!("r{n}@{}", domain(n))).collect();
    let recipients: Vec<&str> = recipients.iter().map(String::as_str).collect();
    Desk::new(server, &recipients)
}

#[tokio::test(start_paused = true)]
async fn no_second_sees_more_final_dots_than_the_rate_of_all_or_of_a_domain() {
    let second = Duration::from_secs(1);
    for connections in [1, 4, 20] {
        for answers_after in [0, 7, 130] {
            let watch = Watch::default();
            let watching = watch.clone();
            let server = SmtpServer::new(move |moment| {
                watching.see(moment);
                (moment.step == Step::Dot).then_some(Act::Late(Duration::from_millis(answers_after)))
            });
            let desk = Arc::new(mixed(&server, 300));
            let settings = Settings {
                rate: "50/s".parse().unwrap(),
                domains: limit("5/s", None),
                connections,
                ..settings()
            };
            let began = Instant::now();
            let (ended, _) = run(&server, settings, &desk).await;
            assert_eq!(ended, Ended::Finished);
            assert_eq!(desk.accepted().len(), 300);
            let (all, own) = (watch.dots(None, began), watch.dots(Some("example.net"), began));
            assert_eq!((all.len(), own.len()), (300, 100));
            assert!(most_in(&all, second) <= 50, "{connections} connections: {all:?}");
            assert!(most_in(&own, second) <= 5, "{connections} connections: {own:?}");
            // A hundred at five a second; who waits for them does not keep the others waiting.
            let answers = Duration::from_millis(answers_after) * 300 / u32::try_from(connections).unwrap();
            let case = format!("{connections} connections, answers after {answers_after} ms");
            assert!(
                own[99] < Duration::from_secs(24).max(answers * 2),
                "{case}: {:?}",
                own[99]
            );
            let others = watch.dots(Some("example.org"), began);
            assert!(
                others[199] < Duration::from_secs(8).max(answers * 2),
                "{case}: {:?}",
                others[199]
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_domain_gets_what_it_may_have_although_the_others_wait_too() {
    // Sixty at four a second; at five there is a place of all for it four times a second only, every quarter of one.
    for own_rate in ["4/s", "5/s"] {
        for connections in [2, 4, 20] {
            let watch = Watch::default();
            let watching = watch.clone();
            let server = SmtpServer::new(move |moment| {
                watching.see(moment);
                None
            });
            let desk = Arc::new(mixed(&server, 180));
            let settings = Settings {
                rate: "12/s".parse().unwrap(),
                domains: limit(own_rate, None),
                connections,
                ..settings()
            };
            let began = Instant::now();
            let (ended, _) = run(&server, settings, &desk).await;
            assert_eq!(ended, Ended::Finished);
            let took = watch.dots(Some("example.net"), began)[59];
            let case = format!("{own_rate} over {connections} connections");
            assert!(took < Duration::from_secs(16), "{case}: {took:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn no_more_connections_than_a_domain_may_have_carry_copies_for_it() {
    for most in [1, 3] {
        let watch = Watch::default();
        let watching = watch.clone();
        let server = SmtpServer::new(move |moment| {
            watching.see(moment);
            (moment.step == Step::Dot).then_some(Act::Late(Duration::from_millis(50)))
        });
        let desk = Arc::new(mixed(&server, 120));
        let settings = Settings {
            domains: limit("unlimited", Some(most)),
            connections: 8,
            ..settings()
        };
        let (ended, _) = run(&server, settings, &desk).await;
        assert_eq!(ended, Ended::Finished);
        assert_eq!(desk.accepted().len(), 120);
        assert_eq!(watch.most_at_once("example.net"), most);
        assert!(watch.most_at_once("example.org") > most);
    }
}

#[tokio::test(start_paused = true)]
async fn a_domain_that_says_too_fast_is_left_alone_for_ten_minutes_and_then_gets_one_connection() {
    for refusal in ["421 4.7.28 too much mail from you", "451 4.7.500 server busy"] {
        let watch = Watch::default();
        let watching = watch.clone();
        let server = SmtpServer::new(move |moment| {
            let domain = watching.see(moment);
            let refused = moment.step == Step::Recipient
                && domain == "example.net"
                && watching.0.lock().unwrap().begun[&domain].len() <= 5;
            refused.then(|| say(refusal))
        });
        let desk = Arc::new(mixed(&server, 120).drawing_again());
        let settings = Settings {
            connections: 4,
            ..settings()
        };
        let began = Instant::now();
        let (ended, events) = run(&server, settings, &desk).await;
        assert_eq!(ended, Ended::Finished);
        let begun = watch.begun("example.net", began);
        let rest = begun
            .windows(2)
            .map(|pair| pair[1].abs_diff(pair[0]))
            .max()
            .unwrap();
        assert!(
            rest >= Duration::from_mins(10) - Duration::from_secs(30),
            "{refusal}: {begun:?}"
        );
        let after: Vec<&Duration> = begun
            .iter()
            .filter(|time| **time > Duration::from_mins(9))
            .collect();
        assert!(after.len() >= 30, "{refusal}: {after:?}");
        let others = watch.dots(Some("example.org"), began);
        assert!(others[79] < Duration::from_mins(1), "{refusal}: {:?}", others[79]);
        let rests = events
            .iter()
            .filter(|event| matches!(event, Event::DomainRests { .. }));
        assert_eq!(rests.count(), 1, "{refusal}");
    }
}

#[tokio::test(start_paused = true)]
async fn greylisting_is_no_sign_of_haste() {
    let server = SmtpServer::new(|moment| {
        (moment.step == Step::Recipient && moment.time % 2 == 1)
            .then(|| say("450 4.7.1 Greylisted, try again"))
    });
    let desk = Arc::new(Desk::with(&server, 60));
    let (ended, events) = run(&server, settings(), &desk).await;
    assert_eq!(ended, Ended::Finished);
    assert_eq!(desk.outcomes().len(), 60);
    assert!(
        !events
            .iter()
            .any(|event| matches!(event, Event::DomainRests { .. }))
    );
}
