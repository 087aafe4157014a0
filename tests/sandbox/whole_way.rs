//! `deliver` and the sandbox over a real connection.

#![expect(clippy::unwrap_used, reason = "what tests share fails as tests do")]

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use digest_cli::deliver::{Ended, Settings, deliver};
use digest_cli::foundation::{Address, Interrupt};
use digest_cli::message::{
    Admit, Attempt, Envelope, Journal, JournalFault, Message, MessageSource, Next, Outcome,
};
use digest_cli::sandbox::Sandbox;
use tokio::sync::mpsc;

/// Messages with growing bodies, to addresses in two scripts.
struct Numbers {
    last: i64,
    next: AtomicI64,
    accepted: AtomicI64,
}

impl MessageSource for Numbers {
    async fn next(&self, _: Admit<'_>) -> Next {
        let row = self.next.fetch_add(1, Ordering::Relaxed);
        if row > self.last {
            return Next::Done;
        }
        Next::Message(Box::new(Message {
            attempt: Attempt { row, number: 1 },
            envelope: Envelope {
                sender: Address::parse("bounces@example.org").unwrap(),
                recipient: Address::parse(&recipient(row)).unwrap(),
            },
            id: format!("{row}@example.org"),
            octets: text(row).replace("\r\n.", "\r\n..").into_bytes().into(),
        }))
    }
}

impl Journal for Numbers {
    async fn intend(&self, _: Attempt) -> Result<bool, JournalFault> {
        Ok(true)
    }

    async fn record(&self, _: Attempt, outcome: Outcome) -> Result<(), JournalFault> {
        assert!(matches!(outcome, Outcome::Accepted(_)), "{outcome:?}");
        self.accepted.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }
}

fn recipient(row: i64) -> String {
    let name = if row % 2 == 0 {
        "читатель"
    } else {
        "reader"
    };
    format!("{name}{row}@example.org")
}

fn text(row: i64) -> String {
    let lines = usize::try_from(row).unwrap() * 100;
    format!(
        "Message-ID: <{row}@example.org>\r\n\r\n{}.\r\nend\r\n",
        ".dots\r\n".repeat(lines)
    )
}

/// Every file in `new`, in the order of their names.
fn kept(maildir: &Path) -> Vec<String> {
    let mut paths: Vec<_> = fs::read_dir(maildir.join("new"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

async fn send(port: u16, count: i64) {
    let numbers = Arc::new(Numbers {
        last: count,
        next: AtomicI64::new(1),
        accepted: AtomicI64::new(0),
    });
    let mut settings = Settings::new("127.0.0.1", port);
    settings.connections = 4;
    let (events, _listener) = mpsc::unbounded_channel();
    let interrupt = Interrupt::new();
    let ended = deliver(settings, numbers.clone(), numbers.clone(), events, &interrupt).await;
    assert_eq!(ended, Ended::Finished);
    assert_eq!(numbers.accepted.load(Ordering::Relaxed), count);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_copy_lies_in_the_maildir_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let maildir = folder.path().join("a/b/Maildir");
    let sandbox = Sandbox::start(maildir.clone()).await.unwrap();
    send(sandbox.port(), 40).await;
    assert_eq!(sandbox.stored(), 40);
    sandbox.stop().await;
    let mut seen = kept(&maildir);
    let mut expected: Vec<String> = (1..=40)
        .map(|row| {
            let recipient = recipient(row);
            format!(
                "Return-Path: <bounces@example.org>\r\nDelivered-To: {recipient}\r\n{}",
                text(row)
            )
        })
        .collect();
    seen.sort();
    expected.sort();
    assert!(seen == expected);
    assert_eq!(fs::read_dir(maildir.join("tmp")).unwrap().count(), 0);
}

#[tokio::test]
async fn a_later_sandbox_continues_the_same_maildir() {
    let folder = tempfile::tempdir().unwrap();
    for round in 1..=2 {
        let sandbox = Sandbox::start(folder.path().to_owned()).await.unwrap();
        send(sandbox.port(), 3).await;
        assert_eq!(sandbox.stored(), 3);
        sandbox.stop().await;
        assert_eq!(kept(folder.path()).len(), 3 * round);
    }
    let first = kept(folder.path()).remove(0);
    assert!(first.contains("Delivered-To: "), "{first}");
}

#[tokio::test]
async fn a_port_where_nobody_listens_is_told_as_such() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(folder.path().to_owned()).await.unwrap();
    let port = sandbox.port();
    sandbox.stop().await;
    let numbers = Arc::new(Numbers {
        last: 1,
        next: AtomicI64::new(1),
        accepted: AtomicI64::new(0),
    });
    let mut settings = Settings::new("127.0.0.1", port);
    settings.patience = std::time::Duration::ZERO;
    let (events, _listener) = mpsc::unbounded_channel();
    let ended = deliver(
        settings,
        numbers,
        Arc::new(Indifferent),
        events,
        &Interrupt::new(),
    )
    .await;
    let Ended::Stopped(stop) = ended else {
        panic!("{ended:?}");
    };
    assert_eq!(
        stop.message(),
        format!("the relay `127.0.0.1:{port}` cannot be reached: connection refused")
    );
}

/// A journal that takes any outcome.
struct Indifferent;

impl Journal for Indifferent {
    async fn intend(&self, _: Attempt) -> Result<bool, JournalFault> {
        Ok(true)
    }

    async fn record(&self, _: Attempt, _: Outcome) -> Result<(), JournalFault> {
        Ok(())
    }
}
