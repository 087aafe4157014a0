//! `kill -9` under a relay that closes at every final dot, and under one that dies at its how-manieth message.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::{Child, Stdio};

use digest_cli::foundation::ExitStatus;

use super::sink::{SmtpSink, received};
use crate::support::{Dice, ISSUE, ISSUE_ID, Newsroom, SmtpServer, readers, soaked};

/// Kills in one send.
const KILLS: usize = 20;
/// Subscribers of one send: some are left for the end.
const SUBSCRIBERS: usize = 300;
/// In doubt after a crash: what each of four connections has announced, and one ahead.
const BOUND: usize = 8;

#[test]
fn kills_under_a_relay_that_closes_at_the_dot_give_nobody_two_copies_and_lose_nobody() {
    for seed in 0..u64::from(soaked(1)) {
        let mut killed = Killed::new();
        let mut dice = Dice(seed);
        for kill in 0..KILLS {
            let sink = killed.sink(&["-q", "."]);
            let child = killed.send();
            // Four come at once, one by each connection.
            let dots = 1 + usize::try_from(dice.below(4)).expect("a small number");
            while sink.received().len() < dots {
                std::thread::yield_now();
            }
            end(child);
            // What came to its dot was never answered: it is in doubt by the relay's doing, and not by the kill.
            killed.assert_bound(
                sink.received().len() + BOUND,
                &format!("seed {seed}, kill {kill}"),
            );
            assert_eq!(
                killed.newsroom.number_in("accepted"),
                1,
                "seed {seed}, kill {kill}"
            );
        }
        killed.finish(seed);
    }
}

#[test]
fn kills_under_a_relay_that_dies_give_nobody_two_copies_and_lose_nobody() {
    for seed in 0..u64::from(soaked(1)) {
        let mut killed = Killed::new();
        let mut dice = Dice(seed);
        for kill in 0..KILLS {
            let messages = (1 + dice.below(12)).to_string();
            let mut sink = killed.sink(&["-M", &messages]);
            let child = killed.send();
            sink.wait();
            end(child);
            killed.assert_bound(BOUND, &format!("seed {seed}, kill {kill} after {messages}"));
        }
        killed.finish(seed);
    }
}

/// A send that is killed again and again, and the dumps of all the relays it met.
struct Killed {
    newsroom: Newsroom,
    folder: tempfile::TempDir,
    dumps: Vec<PathBuf>,
    doubtful: usize,
}

impl Killed {
    /// One copy is out.
    fn new() -> Self {
        let mut killed = Self {
            newsroom: Newsroom::of_readers(SUBSCRIBERS, SmtpServer::faultless()),
            folder: tempfile::tempdir().expect("a folder"),
            dumps: Vec::new(),
            doubtful: 0,
        };
        let _sink = killed.sink(&[]);
        killed.newsroom.send(["--limit", "1"]).expect(ExitStatus::Again);
        killed
    }

    /// Another relay takes the old one's place.
    fn sink(&mut self, options: &[&str]) -> SmtpSink {
        let dump = self.folder.path().join(self.dumps.len().to_string());
        let sink = SmtpSink::start_with(&dump, options);
        self.newsroom
            .set_relay(&format!("smtp://127.0.0.1:{}", sink.port), "");
        self.dumps.push(dump);
        sink
    }

    fn send(&self) -> Child {
        self.newsroom
            .process(["send", ISSUE, "--yes"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts")
    }

    /// No more than so many have come into doubt since the last time.
    #[track_caller]
    fn assert_bound(&mut self, most: usize, when: &str) {
        let doubtful = self.newsroom.number_in("in_doubt");
        let more = doubtful - self.doubtful;
        assert!(more <= most, "{when}: {more} more in doubt");
        self.doubtful = doubtful;
    }

    /// Everyone that a relay has a copy for, each as often as one has; fails where that is more than once.
    fn received(&self, seed: u64) -> BTreeSet<String> {
        let mut once = BTreeSet::new();
        for address in self.dumps.iter().flat_map(|dump| received(dump)) {
            assert!(
                once.insert(address.clone()),
                "seed {seed}: {address} has two copies"
            );
        }
        once
    }

    /// Sends to the end, holds the ledger against the dumps, settles the doubts as they stand there, and sends again.
    fn finish(&mut self, seed: u64) {
        let _sink = self.sink(&[]);
        let everyone: BTreeSet<String> = readers(SUBSCRIBERS).collect();
        self.newsroom.send([]);
        let states = self.newsroom.states();
        let having = |wanted: &str| -> BTreeSet<String> {
            let found = states.iter().filter(|(_, state)| *state == wanted);
            found.map(|(address, _)| address.clone()).collect()
        };
        let (accepted, doubtful) = (having("accepted"), having("in_doubt"));
        let received = self.received(seed);
        assert_eq!(&accepted | &doubtful, everyone, "seed {seed}");
        assert!(
            accepted.is_subset(&received),
            "seed {seed}: a copy was never taken"
        );
        assert!(
            !doubtful.is_empty(),
            "seed {seed}: the kills came to no final dot"
        );
        for (verdict, settled) in [
            ("--delivered", &doubtful & &received),
            ("--not-delivered", &doubtful - &received),
        ] {
            let mut arguments = vec!["resolve", ISSUE_ID, verdict];
            arguments.extend(settled.iter().map(String::as_str));
            if !settled.is_empty() {
                self.newsroom.run(arguments).success();
            }
        }
        self.newsroom.send([]).success();
        assert_eq!(self.newsroom.number_in("accepted"), SUBSCRIBERS, "seed {seed}");
        assert_eq!(self.received(seed), everyone, "seed {seed}");
    }
}

fn end(mut child: Child) {
    child.kill().expect("a running process can be killed");
    child.wait().expect("it ends");
}
