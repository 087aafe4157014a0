//! Every phase, with everything that can go wrong in it: what the ledger says afterwards, and how the program ends.

#![expect(clippy::unwrap_used, reason = "what tests share fails as tests do")]

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use digest_cli::deliver::{Ended, Secret, Settings, deliver_over};
use digest_cli::foundation::{Address, CanonicalAddress, Clock, Interrupt};
use digest_cli::ledger::{
    Claimed, Committer, Counts, Engine, FrozenEdition, Holder, IssueKey, LedgerHandle, LedgerKey,
    LedgerThread, PlanPolicy, Recipient, RowFilter, Run, Scope, SqliteEngine, Standing,
};
use digest_cli::message::{Admit, MessageSource, Next};
use digest_cli::publication::Security;
use digest_cli::subscriber::Profile;
use digest_cli::workflow::Sent;

use super::desk::{message, settings};
use crate::support::{Act, Identity, Moment, SmtpServer, Step, addresses, say};

/// What the relay does.
#[derive(Debug, Clone, Copy)]
enum Fault {
    Refuse4,
    Refuse5,
    Garble,
    Stall,
    Close,
    Say421,
}

use Fault::{Close, Garble, Refuse4, Refuse5, Say421, Stall};

/// The columns of [`MATRIX`].
const FAULTS: [Fault; 6] = [Refuse4, Refuse5, Garble, Stall, Close, Say421];

/// The second of three copies meets the fault, once (in the phases of a transaction), or every connection does (in those before one, and at QUIT). Its row's state, and
/// the program's exit status. The other two copies are always accepted, but where the run came to none or stopped.
///
/// A message of this size leaves with its final dot: what the relay does in its middle, it does to the dot.
#[rustfmt::skip]
const MATRIX: [(Step, [&str; 6]); 10] = [
    // refuse 4yz, refuse 5yz, garble, stall, close, 421
    (Step::Greeting, ["planned 75", "planned 2", "planned 75", "planned 75", "planned 75", "planned 75"]),
    (Step::Hello, ["planned 75", "planned 2", "planned 75", "planned 75", "planned 75", "planned 75"]),
    (Step::StartTls, ["planned 75", "planned 2", "planned 75", "planned 75", "planned 75", "planned 75"]),
    (Step::Auth, ["planned 75", "planned 2", "planned 75", "planned 75", "planned 75", "planned 75"]),
    (Step::Mail, ["accepted 0", "planned 2", "accepted 0", "accepted 0", "accepted 0", "accepted 0"]),
    (Step::Recipient, ["deferred 75", "rejected 1", "accepted 0", "accepted 0", "accepted 0", "accepted 0"]),
    (Step::Data, ["deferred 75", "rejected 1", "accepted 0", "accepted 0", "accepted 0", "accepted 0"]),
    (Step::Body, ["deferred 75", "rejected 1", "in_doubt 3", "in_doubt 3", "in_doubt 3", "deferred 75"]),
    (Step::Dot, ["deferred 75", "rejected 1", "in_doubt 3", "in_doubt 3", "in_doubt 3", "deferred 75"]),
    (Step::Quit, ["accepted 0", "accepted 0", "accepted 0", "accepted 0", "accepted 0", "accepted 0"]),
];

#[tokio::test(start_paused = true)]
async fn before_a_transaction() {
    rows(&[Step::Greeting, Step::Hello, Step::StartTls, Step::Auth]).await;
}

#[tokio::test(start_paused = true)]
async fn in_the_envelope() {
    rows(&[Step::Mail, Step::Recipient, Step::Data]).await;
}

#[tokio::test(start_paused = true)]
async fn in_and_after_the_message() {
    rows(&[Step::Body, Step::Dot, Step::Quit]).await;
}

async fn rows(steps: &[Step]) {
    for (step, cells) in MATRIX.iter().filter(|(step, _)| steps.contains(step)) {
        for (fault, expected) in FAULTS.into_iter().zip(cells) {
            for pipelining in [true, false] {
                let seen = cell(*step, fault, pipelining).await;
                assert_eq!(seen, *expected, "{fault:?} at {step:?}, pipelining {pipelining}");
            }
        }
    }
}

/// The second row's state and the exit status of a send to a relay with the fault.
async fn cell(step: Step, fault: Fault, pipelining: bool) -> String {
    let hit = Arc::new(Mutex::new(Hit::default()));
    let server =
        SmtpServer::new(move |moment| hit.lock().unwrap().meets(moment, step).then(|| act(step, fault)));
    let extension = if pipelining { "PIPELINING" } else { "8BITMIME" };
    let server = server.offering(&["STARTTLS", "AUTH PLAIN", extension]);
    let mut settings = Settings {
        credentials: Some(("bulletin".to_owned(), Secret::new("correct horse"))),
        ..settings()
    };
    let identity = (step == Step::StartTls).then(|| Identity::new("relay.example.org"));
    let server = match &identity {
        // Only there, since TLS takes long to set up.
        Some(identity) => {
            settings.security = Security::StartTls;
            settings.extra_roots_pem = Some(identity.pem.clone().into_bytes());
            server.with_tls(identity, false)
        }
        None => server,
    };
    let ledger = Ledger::with(3);
    let ended = ledger.send(&server, settings).await;
    let received = addresses(&server.received());
    let different: BTreeSet<&String> = received.iter().collect();
    assert_eq!(different.len(), received.len(), "{received:?}");
    let (states, counts) = ledger.account(&ended).await;
    let whole = matches!(ended, Ended::Finished);
    for other in [0, 2] {
        let expected = if whole { "accepted" } else { states[other].as_str() };
        assert_eq!(states[other], expected, "{ended:?}");
        assert!(
            ["accepted", "planned"].contains(&states[other].as_str()),
            "{states:?}"
        );
    }
    let sent = Sent {
        ended,
        counts,
        in_doubt: Vec::new(),
        cancelled: 0,
        gone: Vec::new(),
        fault: None,
        maildir: None,
        limit: None,
    };
    format!("{} {}", states[1], u8::from(sent.status()))
}

/// Whether it is the second copy's turn.
#[derive(Default)]
struct Hit {
    /// The connection that carries it.
    connection: Option<usize>,
    done: bool,
}

impl Hit {
    fn meets(&mut self, moment: &Moment, step: Step) -> bool {
        if matches!(
            step,
            Step::Greeting | Step::Hello | Step::StartTls | Step::Auth | Step::Quit
        ) {
            return moment.step == step;
        }
        if moment.step == Step::Mail {
            let second = moment.line.contains("bounces+2@");
            self.connection = second.then_some(moment.connection);
        }
        let meets = !self.done && moment.step == step && self.connection == Some(moment.connection);
        self.done |= meets;
        meets
    }
}

fn act(step: Step, fault: Fault) -> Act {
    // What each refusal is about: the relay, our password, or this one copy.
    let refusal = match (step, fault) {
        (_, Refuse4) => "451 4.3.0 not now",
        (Step::Auth, _) => "535 5.7.8 authentication failed",
        (Step::Recipient, _) => "550 5.1.1 no such user",
        (Step::Data | Step::Body | Step::Dot, _) => "554 5.6.0 not such a message",
        _ => "554 5.3.2 not from there",
    };
    match fault {
        Refuse4 | Refuse5 if step == Step::Body => Act::SayAndClose(refusal.to_owned()),
        Refuse4 | Refuse5 => say(refusal),
        Garble => Act::SayAndClose("}{ what is this".to_owned()),
        Stall => Act::Stall,
        Close => Act::Close,
        Say421 => Act::SayAndClose("421 4.3.2 shutting down".to_owned()),
    }
}

/// A real ledger, and what a send draws from it.
struct Ledger {
    handle: LedgerHandle,
    run: Run,
    _folder: tempfile::TempDir,
}

struct Rows {
    handle: LedgerHandle,
    run: Run,
    claimed: tokio::sync::Mutex<VecDeque<Claimed>>,
}

fn issue() -> IssueKey {
    IssueKey {
        publication: "weekly.example.org".to_owned(),
        scope: Scope::Live,
        issue: "first".to_owned(),
    }
}

fn now() -> jiff::Timestamp {
    "2026-02-05T08:00:00Z".parse().unwrap()
}

impl Ledger {
    fn with(rows: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let key = LedgerKey {
            id: "k1".to_owned(),
            hash: Arc::new(str::to_owned),
        };
        let mut engine = SqliteEngine::create(&folder.path().join("ledger.db"), key).unwrap();
        let holder = Holder {
            pid: 1,
            host: "desk.example.org".to_owned(),
            since: "2026-02-05T08:00:00Z".to_owned(),
            task: "send first".to_owned(),
        };
        let run = engine.open(&issue(), &holder, now()).unwrap();
        let recipients: Vec<Recipient> = (1..=rows)
            .map(|n| recipient(&format!("r{n}@example.org")))
            .collect();
        engine
            .plan(run, &recipients.as_slice().try_into().unwrap())
            .unwrap();
        let policy = PlanPolicy {
            now: now(),
            late_joiners: None,
            resend: None,
        };
        let edition = FrozenEdition {
            hash: "first".to_owned(),
            content: String::new(),
            date: "Thu, 05 Feb 2026 09:00:00 +0100".to_owned(),
        };
        engine.seal(run, &policy, Some(&edition)).unwrap();
        Self {
            handle: LedgerThread::spawn(Box::new(engine), Clock::fixed(now())).unwrap(),
            run,
            _folder: folder,
        }
    }

    async fn send(&self, server: &SmtpServer, settings: Settings) -> Ended {
        let source = Arc::new(Rows {
            handle: self.handle.clone(),
            run: self.run,
            claimed: tokio::sync::Mutex::default(),
        });
        let delays = vec![Duration::from_secs(10)];
        let journal = Arc::new(Committer::new(self.handle.clone(), self.run, delays));
        let (events, _heard) = tokio::sync::mpsc::unbounded_channel();
        let connect = Arc::new(server.clone());
        let interrupt = Interrupt::new();
        let ended = deliver_over(connect, settings, source, journal.clone(), events, &interrupt).await;
        journal.flush().await.unwrap();
        ended
    }

    /// Each row's state, in order, and their numbers.
    async fn account(&self, ended: &Ended) -> (Vec<String>, Counts) {
        let run = self.run;
        if let Ended::Stopped(stop) = ended {
            let fed = stop.fed().to_vec();
            let retracted = self.handle.call(move |engine| engine.retract(run, &fed, now()));
            retracted.await.unwrap();
        }
        let read = self.handle.call(move |engine| {
            let rows = engine.rows(&issue(), &RowFilter::default(), 0, 100)?;
            let states = rows.iter().map(|row| row.state.name().to_owned()).collect();
            Ok((states, engine.counts(&issue())?))
        });
        read.await.unwrap()
    }
}

fn recipient(address: &str) -> Recipient {
    Recipient {
        canonical: CanonicalAddress::stored(address),
        mail_to: address.to_owned(),
        list: "weekly".to_owned(),
        profile: Profile::default(),
        standing: Standing::Wanted,
    }
}

impl MessageSource for Rows {
    async fn next(&self, _: Admit<'_>) -> Next {
        let mut claimed = self.claimed.lock().await;
        if claimed.is_empty() {
            let run = self.run;
            let more = self.handle.call(move |engine| engine.claim(run, 10, now()));
            claimed.extend(more.await.unwrap());
        }
        let Some(row) = claimed.pop_front() else {
            return Next::Done;
        };
        let mut message = message(row.attempt.row, &row.mail_to);
        message.attempt = row.attempt;
        let number = row.mail_to.trim_start_matches('r').chars().next().unwrap();
        message.envelope.sender = Address::parse(&format!("bounces+{number}@example.org")).unwrap();
        Next::Message(Box::new(message))
    }
}
