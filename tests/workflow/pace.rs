//! Rates kept by a real send over real connections.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::time::Instant;

use crate::support::{HOUSE_STYLE, Moment, Newsroom, SmtpServer, Step, soaked};

/// What a second may see, of all and of `example.net`; at the server two more, which the way there may bring together.
const RATES: (usize, usize) = (50 + 2, 5 + 2);

/// When the final dots of which domain's copies came.
#[derive(Default)]
struct Dots {
    recipients: HashMap<usize, String>,
    all: Vec<Instant>,
    own: Vec<Instant>,
}

impl Dots {
    fn see(&mut self, moment: &Moment) {
        match moment.step {
            Step::Recipient => {
                self.recipients.insert(moment.connection, moment.line.clone());
            }
            Step::Dot => {
                let now = Instant::now();
                self.all.push(now);
                let recipient = self.recipients.get(&moment.connection);
                if recipient.is_some_and(|recipient| recipient.contains("@example.net")) {
                    self.own.push(now);
                }
            }
            _ => {}
        }
    }
}

/// The most in any second.
fn most_in_a_second(times: &[Instant]) -> usize {
    let within = |start: usize| {
        let end = times[start] + Duration::from_secs(1);
        times[start..].iter().take_while(|time| **time < end).count()
    };
    (0..times.len()).map(within).max().unwrap_or(0)
}

/// Twenty copies, every fifth to `example.net`: some of what a second may see. `scripts/soak` sends more than that.
#[test]
fn no_second_sees_more_than_the_rates_allow() {
    let copies = soaked(20);
    for connections in [1, 20] {
        let dots = Arc::new(Mutex::new(Dots::default()));
        let seen = dots.clone();
        let server = SmtpServer::new(move |moment| {
            seen.lock().expect("not poisoned").see(moment);
            None
        });
        let domain = |n: u32| {
            if n.is_multiple_of(5) {
                "example.net"
            } else {
                "example.org"
            }
        };
        let rows: String = (1..=copies).map(|n| format!("r{n}@{}\n", domain(n))).collect();
        let newsroom = Newsroom::new(&format!("email\n{rows}"), server);
        let port = newsroom.relay().port();
        newsroom.write(
            "digest.yaml",
            &format!(
                "{HOUSE_STYLE}relay: {{ url: \"smtp://127.0.0.1:{port}\", connections: {connections}, rate: 50/s, per_domain: {{ example.net: 5/s }} }}\n\
                 unsubscribe: {{ mailto: unsubscribe@example.org }}\n"
            ),
        );
        newsroom.send([]).success();
        let dots = dots.lock().expect("not poisoned");
        assert_eq!(dots.all.len(), copies as usize);
        let most = (most_in_a_second(&dots.all), most_in_a_second(&dots.own));
        assert!(
            most.0 <= RATES.0 && most.1 <= RATES.1,
            "{connections} connections: {most:?}"
        );
    }
}
