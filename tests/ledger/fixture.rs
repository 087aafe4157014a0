//! A ledger in a temporary folder, and short ways to say what tests say often.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use digest_cli::foundation::CanonicalAddress;
use digest_cli::ledger::{
    Batch, Claimed, Engine, FrozenEdition, Holder, IssueKey, LedgerKey, PlanPolicy, Recipient, Recipients,
    Row, RowFilter, RowState, Run, Scope, SqliteEngine, Standing, Survey,
};
use digest_cli::message::{Attempt, Outcome, Phase, Reply};
use digest_cli::subscriber::Profile;
use jiff::Timestamp;
use tempfile::TempDir;

pub(super) const MINUTE: Duration = Duration::from_mins(1);
pub(super) const DAY: Duration = Duration::from_hours(24);

/// A ledger whose issue is open for sending.
pub(super) struct Desk {
    pub engine: SqliteEngine,
    pub run: Run,
    pub now: Timestamp,
    pub folder: TempDir,
}

impl Desk {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut engine = SqliteEngine::create(&folder.path().join(".digest/ledger.db"), key()).unwrap();
        let now = "2026-02-05T08:00:00Z".parse().unwrap();
        let run = engine.open(&issue(), &holder(), now).unwrap();
        Self {
            engine,
            run,
            now,
            folder,
        }
    }

    pub(super) fn path(&self) -> PathBuf {
        self.folder.path().join(".digest/ledger.db")
    }

    /// The program dies and is started again.
    pub(super) fn crash(self) -> Self {
        let Self {
            engine, now, folder, ..
        } = self;
        drop(engine);
        let mut engine = SqliteEngine::open(&folder.path().join(".digest/ledger.db"), key()).unwrap();
        let run = engine.open(&issue(), &holder(), now).unwrap();
        Self {
            engine,
            run,
            now,
            folder,
        }
    }

    /// The run ends and the next begins.
    pub(super) fn again(&mut self) {
        self.engine.close(self.run).unwrap();
        self.run = self.engine.open(&issue(), &holder(), self.now).unwrap();
    }

    pub(super) fn policy(&self) -> PlanPolicy {
        PlanPolicy {
            now: self.now,
            late_joiners: Some(14 * DAY),
            resend: None,
        }
    }

    /// A new run that plans these rows with the edition there is.
    pub(super) fn plan(&mut self, rows: &[Recipient]) -> Survey {
        self.again();
        self.engine.plan(self.run, &packed(rows)).unwrap();
        let policy = self.policy();
        let survey = self.engine.survey(self.run, &policy).unwrap();
        let first = self.engine.edition(self.run).unwrap().is_none();
        let edition = edition("first");
        let sealed = self
            .engine
            .seal(self.run, &policy, first.then_some(&edition))
            .unwrap();
        assert_eq!(survey, sealed, "the survey foretells the plan");
        assert_adds_up(&survey);
        sealed
    }

    pub(super) fn claim(&mut self, most: usize) -> Vec<Claimed> {
        self.engine.claim(self.run, most, self.now).unwrap()
    }

    pub(super) fn commit(&mut self, batch: &Batch) -> Vec<Attempt> {
        self.engine
            .commit(self.run, batch, self.now, &[MINUTE, 5 * MINUTE])
            .unwrap()
    }

    pub(super) fn intend(&mut self, attempt: Attempt) -> bool {
        let batch = Batch {
            outcomes: Vec::new(),
            intents: vec![attempt],
        };
        self.commit(&batch).is_empty()
    }

    pub(super) fn record(&mut self, attempt: Attempt, outcome: Outcome) {
        self.commit(&Batch {
            outcomes: vec![(attempt, outcome)],
            intents: Vec::new(),
        });
    }

    /// Claims the first row, announces it and records an outcome.
    pub(super) fn send_one(&mut self, outcome: Outcome) -> Attempt {
        let attempt = self.claim(1)[0].attempt;
        assert!(self.intend(attempt));
        self.record(attempt, outcome);
        attempt
    }

    pub(super) fn rows(&mut self) -> Vec<Row> {
        self.engine
            .rows(&issue(), &RowFilter::default(), 0, 1_000_000)
            .unwrap()
    }

    /// `address state reason` of every row.
    pub(super) fn told(&mut self) -> Vec<String> {
        let rows = self.rows();
        rows.iter()
            .map(|row| {
                let reason = row.reason.as_deref().unwrap_or_default();
                format!("{} {} {reason}", row.canonical, row.state.name())
                    .trim_end()
                    .to_owned()
            })
            .collect()
    }

    pub(super) fn row(&mut self, address: &str) -> Row {
        let filter = RowFilter {
            addresses: vec![CanonicalAddress::stored(address)],
            ..RowFilter::default()
        };
        self.engine.rows(&issue(), &filter, 0, 1).unwrap().remove(0)
    }

    pub(super) fn count(&mut self, state: RowState) -> u64 {
        self.engine.counts(&issue()).unwrap()[&state]
    }
}

/// A desk with so many rows planned: `r0@example.org` …
pub(super) fn planned(rows: u8) -> Desk {
    let mut desk = Desk::new();
    let rows: Vec<_> = (0..rows)
        .map(|n| wanted("weekly", &format!("r{n}@example.org")))
        .collect();
    desk.plan(&rows);
    desk
}

pub(super) fn key() -> LedgerKey {
    LedgerKey {
        id: "k1".to_owned(),
        hash: Arc::new(|address: &str| hash_of(address)),
    }
}

/// Not secret, but it does not show the address either.
pub(super) fn hash_of(address: &str) -> String {
    let sum = address
        .bytes()
        .fold(7_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    format!("{sum:016x}")
}

pub(super) fn issue() -> IssueKey {
    IssueKey {
        publication: "weekly.example.org".to_owned(),
        scope: Scope::Live,
        issue: "2026-02-05-first".to_owned(),
    }
}

pub(super) fn holder() -> Holder {
    Holder {
        pid: 4711,
        host: "desk.example.org".to_owned(),
        since: "2026-02-05T08:00:00Z".to_owned(),
        task: "send 2026-02-05-first".to_owned(),
    }
}

pub(super) fn edition(text: &str) -> FrozenEdition {
    FrozenEdition {
        hash: hash_of(text),
        content: text.to_owned(),
        date: "Thu, 05 Feb 2026 09:00:00 +0100".to_owned(),
    }
}

/// Rows as they are staged.
pub(super) fn packed(rows: &[Recipient]) -> Recipients {
    rows.try_into().unwrap()
}

/// A row of a list that wants mail; the address is its own name.
pub(super) fn wanted(list: &str, address: &str) -> Recipient {
    Recipient {
        canonical: CanonicalAddress::stored(address.to_lowercase()),
        mail_to: address.to_owned(),
        list: list.to_owned(),
        profile: Profile {
            email: address.to_owned(),
            name: format!("Reader of {list}"),
            ..Profile::default()
        },
        standing: Standing::Wanted,
    }
}

pub(super) fn suppressed(list: &str, address: &str) -> Recipient {
    Recipient {
        standing: Standing::Suppressed("unsubscribed".to_owned()),
        ..wanted(list, address)
    }
}

pub(super) fn unusable(list: &str, written: &str) -> Recipient {
    Recipient {
        standing: Standing::Unusable("there is no `@`".to_owned()),
        ..wanted(list, written)
    }
}

pub(super) fn accepted() -> Outcome {
    Outcome::Accepted(Reply::new(250, "2.0.0 queued as 4F1"))
}

pub(super) fn refused(code: u16, text: &str) -> Outcome {
    Outcome::Refused {
        phase: Phase::Recipient,
        reply: Reply::new(code, text),
    }
}

pub(super) fn turned_away() -> Outcome {
    Outcome::TurnedAway {
        phase: Phase::Recipient,
        reply: Reply::new(550, "5.7.1 members only"),
    }
}

pub(super) fn lost() -> Outcome {
    Outcome::InDoubt {
        evidence: "the connection was reset".to_owned(),
    }
}

pub(super) fn assert_adds_up(survey: &Survey) {
    for tally in &survey.lists {
        let sum = tally.to_send
            + tally.sent
            + tally.refused
            + tally.in_doubt
            + tally.suppressed
            + tally.unusable
            + tally.duplicates;
        assert_eq!(sum, tally.read, "{tally:?}");
        assert!(
            tally.deferred <= tally.to_send && tally.joined <= tally.to_send,
            "{tally:?}"
        );
    }
}
