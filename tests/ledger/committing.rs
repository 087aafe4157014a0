//! The thread that gathers intents and outcomes.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc;

use digest_cli::foundation::Clock;
use digest_cli::ledger::{
    Committer, Engine, LedgerError, LedgerHandle, LedgerThread, Row, RowFilter, RowState, Run, SqliteEngine,
    Started,
};
use digest_cli::message::{Attempt, Journal, JournalFault, Outcome};
use jiff::Timestamp;
use tempfile::TempDir;
use tokio::task::JoinHandle;

use super::fixture::{Desk, MINUTE, accepted, issue, key, refused, wanted};

/// A ledger on its thread, with rows planned and claimed. Its clock moves by a second whenever it is read, which is once a commit.
struct Bench {
    ledger: LedgerHandle,
    journal: Committer,
    run: Run,
    attempts: Vec<Attempt>,
    folder: TempDir,
}

impl Bench {
    fn new(rows: usize) -> Self {
        let mut desk = Desk::new();
        let recipients: Vec<_> = (0..rows)
            .map(|n| wanted("weekly", &format!("r{n:03}@example.org")))
            .collect();
        desk.plan(&recipients);
        let attempts = desk.claim(rows).iter().map(|claim| claim.attempt).collect();
        let Desk {
            engine,
            run,
            now,
            folder,
        } = desk;
        let seconds = AtomicI64::new(now.as_second());
        let clock = Clock::from_fn(move || {
            let second = seconds.fetch_add(1, Ordering::Relaxed);
            Timestamp::from_second(second)
                .unwrap()
                .to_zoned_datetime(jiff::tz::TimeZone::UTC)
        });
        let ledger = LedgerThread::spawn(Box::new(engine), clock).unwrap();
        let journal = Committer::new(ledger.clone(), run, vec![MINUTE]);
        Self {
            ledger,
            journal,
            run,
            attempts,
            folder,
        }
    }

    fn rows(&self) -> Vec<Row> {
        self.ledger
            .start(|engine| engine.rows(&issue(), &RowFilter::default(), 0, 1000))
            .and_then(Started::wait)
            .unwrap()
    }

    fn states(&self) -> Vec<RowState> {
        self.rows().iter().map(|row| row.state).collect()
    }

    /// How many commits the rows tell of.
    fn commits(&self) -> usize {
        let mut commits: Vec<Timestamp> = self.rows().iter().map(|row| row.changed).collect();
        commits.dedup();
        commits.len()
    }

    /// Asks for intents, each in a task of its own.
    async fn intend_all(&self, attempts: &[Attempt]) -> Vec<JoinHandle<Result<bool, JournalFault>>> {
        let intend = |attempt: &Attempt| {
            let (journal, attempt) = (self.journal.clone(), *attempt);
            tokio::spawn(async move { journal.intend(attempt).await })
        };
        let waiting = attempts.iter().map(intend).collect();
        for _ in 0..=100 {
            tokio::task::yield_now().await;
        }
        waiting
    }

    /// Keeps the thread busy until the sender is used or dropped.
    fn busy(&self) -> mpsc::Sender<()> {
        let (free, wait) = mpsc::channel::<()>();
        let (started, running) = mpsc::channel();
        let work = move |_: &mut dyn Engine| {
            started.send(()).unwrap();
            let _ = wait.recv();
            Ok(())
        };
        self.ledger.start(work).unwrap();
        running.recv().unwrap();
        free
    }
}

#[tokio::test]
async fn an_intent_is_durable_when_it_is_answered() {
    let bench = Bench::new(2);
    assert_eq!(bench.journal.intend(bench.attempts[0]).await, Ok(true));
    // Another connection sees what is committed, nothing else.
    let path = bench.folder.path().join(".digest/ledger.db");
    let mut other = SqliteEngine::open(&path, key()).unwrap();
    assert_eq!(other.counts(&issue()).unwrap()[&RowState::Committing], 1);
    assert_eq!(
        bench.journal.intend(bench.attempts[0]).await,
        Ok(false),
        "once is enough"
    );
}

#[tokio::test]
async fn what_came_during_a_commit_goes_into_the_next_one_together() {
    let bench = Bench::new(50);
    let free = bench.busy();
    let waiting = bench.intend_all(&bench.attempts).await;
    free.send(()).unwrap();
    for answer in waiting {
        assert_eq!(answer.await.unwrap(), Ok(true));
    }
    assert_eq!(bench.commits(), 1);
}

#[tokio::test]
async fn a_call_that_can_wait_cuts_no_group_in_two_and_comes_after_it() {
    let bench = Bench::new(20);
    let free = bench.busy();
    let (first, last) = bench.attempts.split_at(10);
    let mut waiting = bench.intend_all(first).await;
    let counts = bench.ledger.aside(|engine| engine.counts(&issue()));
    waiting.extend(bench.intend_all(last).await);
    free.send(()).unwrap();
    assert_eq!(counts.await.unwrap()[&RowState::Committing], 20);
    for answer in waiting {
        assert_eq!(answer.await.unwrap(), Ok(true));
    }
    assert_eq!(bench.commits(), 1);
}

#[tokio::test]
async fn a_call_that_can_wait_is_made_though_nothing_else_comes() {
    let bench = Bench::new(1);
    let counts = bench.ledger.aside(|engine| engine.counts(&issue())).await;
    assert_eq!(counts.unwrap()[&RowState::Planned], 1);
    let late = bench.ledger.aside(|engine| engine.counts(&issue()));
    drop(bench);
    assert!(late.await.is_ok(), "nor where everybody else has left");
}

#[tokio::test]
async fn outcomes_are_durable_after_a_flush() {
    let bench = Bench::new(3);
    for attempt in &bench.attempts {
        bench.journal.intend(*attempt).await.unwrap();
    }
    bench.journal.record(bench.attempts[0], accepted()).await.unwrap();
    bench
        .journal
        .record(bench.attempts[1], refused(450, "4.2.1 busy"))
        .await
        .unwrap();
    bench
        .journal
        .record(bench.attempts[2], Outcome::NotHandedOver)
        .await
        .unwrap();
    bench.journal.flush().await.unwrap();
    let path = bench.folder.path().join(".digest/ledger.db");
    let mut other = SqliteEngine::open(&path, key()).unwrap();
    let rows = other.rows(&issue(), &RowFilter::default(), 0, 9).unwrap();
    let states: Vec<RowState> = rows.iter().map(|row| row.state).collect();
    assert_eq!(
        states,
        [RowState::Accepted, RowState::Deferred, RowState::Planned]
    );
}

#[tokio::test]
async fn outcomes_become_durable_without_anyone_asking() {
    let bench = Bench::new(1);
    bench.journal.intend(bench.attempts[0]).await.unwrap();
    bench.journal.record(bench.attempts[0], accepted()).await.unwrap();
    let path = bench.folder.path().join(".digest/ledger.db");
    let mut other = SqliteEngine::open(&path, key()).unwrap();
    while other.counts(&issue()).unwrap()[&RowState::Accepted] == 0 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn an_outcome_and_the_next_intent_for_its_row_are_applied_as_they_came() {
    let bench = Bench::new(1);
    let first = bench.attempts[0];
    bench.journal.intend(first).await.unwrap();
    let free = bench.busy();
    bench.journal.record(first, Outcome::NotHandedOver).await.unwrap();
    let (journal, run) = (bench.journal.clone(), bench.run);
    let ledger = bench.ledger.clone();
    let claim = tokio::spawn(async move {
        ledger
            .call(move |engine| engine.claim(run, 1, Timestamp::UNIX_EPOCH))
            .await
    });
    free.send(()).unwrap();
    let second = claim.await.unwrap().unwrap()[0].attempt;
    assert_eq!(second.number, 2);
    assert_eq!(journal.intend(second).await, Ok(true));
    assert_eq!(bench.states(), [RowState::Committing]);
}

#[tokio::test]
async fn an_intent_that_nobody_waits_for_any_more_leaves_the_row_planned() {
    let bench = Bench::new(2);
    let free = bench.busy();
    let asking = {
        let (journal, attempt) = (bench.journal.clone(), bench.attempts[0]);
        tokio::spawn(async move { journal.intend(attempt).await })
    };
    tokio::task::yield_now().await;
    asking.abort();
    assert!(asking.await.is_err());
    // What the connection says afterwards must not be applied before the intent it belongs to.
    bench
        .journal
        .record(bench.attempts[0], Outcome::NotHandedOver)
        .await
        .unwrap();
    free.send(()).unwrap();
    bench.journal.flush().await.unwrap();
    assert_eq!(bench.states(), [RowState::Planned, RowState::Planned]);
}

#[tokio::test]
async fn a_fault_stops_everything_and_what_could_not_be_written_is_kept() {
    let bench = Bench::new(3);
    bench.journal.intend(bench.attempts[0]).await.unwrap();
    let run = bench.run;
    bench.ledger.call(move |engine| engine.close(run)).await.unwrap();
    let fault = JournalFault("the ledger cannot be written: the issue is not open for sending".to_owned());
    bench.journal.record(bench.attempts[0], accepted()).await.unwrap();
    assert_eq!(bench.journal.intend(bench.attempts[1]).await, Err(fault.clone()));
    assert_eq!(bench.journal.intend(bench.attempts[2]).await, Err(fault.clone()));
    assert_eq!(
        bench.journal.record(bench.attempts[1], accepted()).await,
        Err(fault.clone())
    );
    assert_eq!(bench.journal.flush().await, Err(fault.clone()));
    assert_eq!(bench.ledger.fault(), Some(fault.clone()));

    // The trouble passes: intents stay refused, but the answers that came are not lost.
    let opened = bench
        .ledger
        .call(|engine| engine.open(&issue(), &super::fixture::holder(), Timestamp::UNIX_EPOCH));
    assert_eq!(opened.await, Ok(run));
    assert_eq!(bench.journal.flush().await, Ok(()));
    assert_eq!(bench.states()[0], RowState::Accepted);
    assert_eq!(bench.journal.intend(bench.attempts[2]).await, Err(fault));
}

#[test]
fn dropping_the_last_handle_writes_what_is_left_and_gives_the_lock_back() {
    let bench = Bench::new(1);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime
        .block_on(
            bench
                .journal
                .record(bench.attempts[0], refused(550, "5.1.1 gone")),
        )
        .unwrap();
    let Bench {
        ledger,
        journal,
        folder,
        ..
    } = bench;
    drop((ledger, journal));
    let path = folder.path().join(".digest/ledger.db");
    let mut engine = SqliteEngine::open(&path, key()).unwrap();
    assert_eq!(engine.counts(&issue()).unwrap()[&RowState::Rejected], 1);
    assert_eq!(engine.recover(Timestamp::UNIX_EPOCH).unwrap(), None);
}

#[tokio::test]
async fn a_call_that_panics_ends_the_thread_and_everyone_hears_of_it() {
    let bench = Bench::new(1);
    let ended = LedgerError::Unwritable("the ledger's thread has ended".to_owned());
    let call = bench
        .ledger
        .call(|_| -> Result<(), _> { std::panic::resume_unwind(Box::new("a bug")) });
    assert_eq!(call.await, Err(ended.clone()));
    let after = bench.ledger.start(|_| Ok(())).and_then(Started::wait);
    assert_eq!(after, Err(ended));
    let fault = bench.journal.intend(bench.attempts[0]).await;
    assert_eq!(
        fault,
        Err(JournalFault("the ledger's thread has ended".to_owned()))
    );
}

#[test]
fn a_handle_goes_wherever_it_is_needed() {
    fn shared<T: Send + Sync + Clone + 'static>() {}
    shared::<LedgerHandle>();
    shared::<Committer>();
    shared::<Arc<LedgerHandle>>();
}
