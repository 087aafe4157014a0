//! `kill -9` at any moment: nobody gets a second copy, nobody is lost, and few are in doubt.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::{Child, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};

use crate::support::{Dice, ISSUE, ISSUE_ID, Moment, Newsroom, SmtpServer, addresses, readers};

/// Kills in one send.
const KILLS: u64 = 20;
/// Subscribers of one send: enough for the kills to be spread over it.
const SUBSCRIBERS: usize = 600;
/// What the server is asked for one copy: MAIL, RCPT, DATA, the message, the final dot, and then that it was answered.
const MOMENTS: u64 = 6;
/// So many that intents lie until there are several, or somebody waits for one.
const CONNECTIONS: usize = 10;

/// At which moment of the dialogue the server is to stand still.
struct Trap {
    /// How many more moments pass before it does; never again where there is none.
    left: Mutex<Option<u64>>,
    sprung: Mutex<SyncSender<String>>,
    /// Its sender's end lets the server go on.
    released: Mutex<Receiver<()>>,
}

impl Trap {
    /// Counts a moment. At the chosen one it tells the test and holds the server until the test has done what it wants.
    fn pass(&self, moment: &Moment) {
        let springs = {
            let mut left = self.left.lock().expect("not poisoned");
            let due = *left == Some(0);
            *left = match *left {
                Some(0) | None => None,
                Some(number) => Some(number - 1),
            };
            due
        };
        if springs {
            let told = self.sprung.lock().expect("not poisoned");
            told.send(format!("{:?} {}", moment.step, moment.time))
                .expect("the test listens");
            // An error means that the test is over.
            let _ = self.released.lock().expect("not poisoned").recv();
        }
    }
}

#[test]
fn kills_at_any_moment_give_nobody_two_copies_and_lose_nobody() {
    for seed in 0..soak() {
        kill_through_a_send(seed);
    }
}

/// How many sends are killed through.
#[expect(
    clippy::disallowed_methods,
    reason = "scripts/soak says by it how long to go on"
)]
fn soak() -> u64 {
    std::env::var("DIGEST_SOAK").map_or(1, |number| number.parse().expect("a number"))
}

fn kill_through_a_send(seed: u64) {
    let (sprung, springs) = sync_channel(1);
    let (release, released) = channel();
    let trap = std::sync::Arc::new(Trap {
        left: Mutex::new(None),
        sprung: Mutex::new(sprung),
        released: Mutex::new(released),
    });
    let armed = trap.clone();
    let server = SmtpServer::new(move |moment| {
        armed.pass(moment);
        None
    });
    let newsroom = Newsroom::of_readers(SUBSCRIBERS, server);
    let config = fs::read_to_string(newsroom.path("digest.yaml")).expect("it is there");
    let connections = format!("connections: {CONNECTIONS}");
    newsroom.write("digest.yaml", &config.replace("connections: 4", &connections));
    newsroom
        .send(["--limit", "1"])
        .expect(digest_cli::foundation::ExitStatus::Again);

    let mut dice = Dice(seed);
    let mut doubtful = 0;
    for kill in 0..KILLS {
        // The kills are spread over the copies that are left, and leave some for the end.
        let left = MOMENTS * newsroom.number_in("planned") as u64;
        if left == 0 {
            break;
        }
        let spread = (left * 9 / 5 / (KILLS - kill)).clamp(1, left);
        *trap.left.lock().expect("not poisoned") = Some(dice.below(spread));
        let mut child = start(&newsroom);
        let moment = springs.recv().expect("the send comes to the moment");
        child.kill().expect("a running process can be killed");
        child.wait().expect("it ends");
        release.send(()).expect("the server waits");
        let more = newsroom.number_in("in_doubt") - doubtful;
        assert!(
            more <= 2 * CONNECTIONS,
            "seed {seed}, kill {kill} at {moment}: {more} more in doubt"
        );
        doubtful += more;
    }
    assert!(doubtful > 0, "seed {seed}: the kills came to no final dot");
    finish(&newsroom, seed);
}

fn start(newsroom: &Newsroom) -> Child {
    newsroom
        .process(["send", ISSUE, "--yes"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts")
}

/// Sends to the end, holds the ledger against what the server saw, lets a person settle the doubts, and sends again.
fn finish(newsroom: &Newsroom, seed: u64) {
    let everyone: BTreeSet<String> = readers(SUBSCRIBERS).collect();
    let ended = newsroom.send([]);
    let states = newsroom.states();
    let doubtful: BTreeSet<&String> = having(&states, "in_doubt");
    let status = u8::from(ended.status);
    assert_eq!(
        status,
        if doubtful.is_empty() { 0 } else { 3 },
        "seed {seed}: {}",
        ended.stderr
    );
    assert_once(&addresses(&newsroom.relay().received()), seed);

    let answered: BTreeSet<String> = newsroom.taken().into_iter().collect();
    for (address, state) in &states {
        match state.as_str() {
            "accepted" => assert!(
                answered.contains(address),
                "seed {seed}: {address} was never taken"
            ),
            "in_doubt" => {}
            other => panic!("seed {seed}: {address} is {other}"),
        }
    }
    assert_eq!(
        states.keys().cloned().collect::<BTreeSet<_>>(),
        everyone,
        "seed {seed}"
    );

    let listed = newsroom
        .run(["status", ISSUE, "--state", "in-doubt"])
        .success()
        .stdout;
    assert_eq!(listed.lines().count(), doubtful.len(), "seed {seed}: {listed}");
    assert!(
        doubtful.iter().all(|address| listed.contains(*address)),
        "seed {seed}: {listed}"
    );

    let received: BTreeSet<String> = addresses(&newsroom.relay().received()).into_iter().collect();
    for (verdict, arrived) in [("--delivered", true), ("--not-delivered", false)] {
        let settled = doubtful
            .iter()
            .filter(|address| received.contains(**address) == arrived);
        let arguments = [
            vec!["resolve", ISSUE_ID, verdict],
            settled.map(|address| address.as_str()).collect(),
        ]
        .concat();
        if arguments.len() > 3 {
            newsroom.run(arguments).success();
        }
    }
    newsroom.send([]).success();
    assert_eq!(newsroom.number_in("accepted"), SUBSCRIBERS, "seed {seed}");
    let received = addresses(&newsroom.relay().received());
    assert_once(&received, seed);
    assert_eq!(received.len(), SUBSCRIBERS, "seed {seed}");
}

fn having<'a>(states: &'a BTreeMap<String, String>, wanted: &str) -> BTreeSet<&'a String> {
    let found = states.iter().filter(|(_, state)| *state == wanted);
    found.map(|(address, _)| address).collect()
}

#[track_caller]
fn assert_once(received: &[String], seed: u64) {
    let twice: Vec<_> = received.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "seed {seed}: {twice:?}");
}
