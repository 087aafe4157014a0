//! The engine: a ledger file, opened.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::fault::{damaged, unstaged};
use super::held::Held;
use super::lock::Lock;
use super::sending::Sending;
use super::{
    AddressHash, claim, commit, edition, forget, intents, reasons, recall, recover, rows, seal, settle,
    suppressions,
};
use crate::foundation::CanonicalAddress;
use crate::ledger::staged::StagedRows;
use crate::ledger::{
    Batch, Claimed, Counts, Engine, FrozenEdition, Holder, IssueKey, LedgerError, PlanPolicy, Reason,
    Recipients, Row, RowFilter, Run, Scope, Suppression, SuppressionScope, Survey, Verdict,
};
use crate::message::Attempt;

/// A ledger in an SQLite file. Any number of processes may read it, and change what needs no lock; one may send.
pub struct SqliteEngine {
    // Closed before `sending` gives the lock back: fields are dropped in this order.
    pub(super) connection: Connection,
    pub(super) path: PathBuf,
    pub(super) identity: Uuid,
    pub(super) hash: AddressHash,
    pub(super) sending: Option<Sending>,
}

impl SqliteEngine {
    /// The connection and what the open run has.
    fn run(&mut self, run: Run) -> Result<(&mut Connection, &mut Sending), LedgerError> {
        match &mut self.sending {
            Some(sending) if sending.run == run => Ok((&mut self.connection, sending)),
            _ => Err(LedgerError::Unwritable(
                "the issue is not open for sending".to_owned(),
            )),
        }
    }
}

impl Engine for SqliteEngine {
    fn identity(&self) -> Uuid {
        self.identity
    }

    fn open(&mut self, issue: &IssueKey, holder: &Holder, now: Timestamp) -> Result<Run, LedgerError> {
        if let Some(sending) = &self.sending {
            return Err(LedgerError::Held(sending.lock.holder().clone()));
        }
        let lock = Lock::of(&self.path, holder)?;
        recover::recover(&mut self.connection, now)?;
        self.connection.execute(
            "INSERT INTO issue (publication, scope, issue) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            params![issue.publication, issue.scope.to_string(), issue.issue],
        )?;
        let run = rows::issue(&self.connection, issue)?.map(Run);
        let run = run.ok_or_else(|| damaged("an issue that was just entered is not there"))?;
        let folder = self.path.parent().unwrap_or(Path::new(".")).to_owned();
        self.sending = Some(Sending {
            run,
            lock,
            held: Held::default(),
            decided: settle::last_decision(&self.connection)?,
            staged: Some(StagedRows::new(folder)),
            sealed: None,
        });
        Ok(run)
    }

    fn close(&mut self, run: Run) -> Result<(), LedgerError> {
        self.run(run)?;
        self.sending = None;
        Ok(())
    }

    fn recover(&mut self, now: Timestamp) -> Result<Option<Holder>, LedgerError> {
        if let Some(sending) = &self.sending {
            return Ok(Some(sending.lock.holder().clone()));
        }
        match Lock::of(&self.path, &recover::holder(now)) {
            Ok(lock) => {
                let recovered = recover::recover(&mut self.connection, now);
                drop(lock);
                recovered.map(|()| None)
            }
            Err(LedgerError::Held(other)) => Ok(Some(other)),
            Err(error) => Err(error),
        }
    }

    fn edition(&mut self, run: Run) -> Result<Option<(u32, FrozenEdition)>, LedgerError> {
        let (connection, _) = self.run(run)?;
        let Some((number, _)) = edition::newest(connection, run)? else {
            return Ok(None);
        };
        Ok(edition::numbered(connection, run, number)?.map(|edition| (number, edition)))
    }

    fn edition_numbered(&mut self, run: Run, number: u32) -> Result<Option<FrozenEdition>, LedgerError> {
        let (connection, _) = self.run(run)?;
        edition::numbered(connection, run, number)
    }

    fn plan(&mut self, run: Run, rows: &Recipients) -> Result<(), LedgerError> {
        let (_, sending) = self.run(run)?;
        seal::staged(&mut sending.staged)?
            .extend(rows)
            .map_err(|error| unstaged(&error))
    }

    fn survey(&mut self, run: Run, policy: &PlanPolicy) -> Result<Survey, LedgerError> {
        let hash = Arc::clone(&self.hash);
        let (connection, sending) = self.run(run)?;
        seal::survey(connection, run, seal::staged(&mut sending.staged)?, policy, &hash)
    }

    fn seal(
        &mut self,
        run: Run,
        policy: &PlanPolicy,
        edition: Option<&FrozenEdition>,
    ) -> Result<Survey, LedgerError> {
        let hash = Arc::clone(&self.hash);
        let (connection, sending) = self.run(run)?;
        let rows = seal::staged(&mut sending.staged)?;
        let (survey, sealed) = seal::seal(connection, run, rows, policy, edition, &hash)?;
        // Their room is wanted for sending.
        sending.staged = None;
        sending.sealed = Some(sealed);
        Ok(survey)
    }

    fn remember(&mut self, run: Run, source: &str, survey: &Survey) -> Result<(), LedgerError> {
        let (connection, sending) = self.run(run)?;
        match sending.sealed {
            Some(sealed) => recall::remember(connection, run, source, survey, sealed),
            None => Ok(()),
        }
    }

    fn recall(&mut self, run: Run, source: &str) -> Result<Option<Survey>, LedgerError> {
        let (connection, _) = self.run(run)?;
        recall::recall(connection, run, source)
    }

    fn claim(&mut self, run: Run, most: usize, now: Timestamp) -> Result<Vec<Claimed>, LedgerError> {
        let (connection, sending) = self.run(run)?;
        claim::claim(connection, run, &mut sending.held, most, now)
    }

    fn next_due(&mut self, run: Run) -> Result<Option<Timestamp>, LedgerError> {
        let (connection, sending) = self.run(run)?;
        claim::next_due(connection, run, &sending.held)
    }

    fn make_due(&mut self, run: Run, now: Timestamp) -> Result<(), LedgerError> {
        let (connection, _) = self.run(run)?;
        recover::make_due(connection, run, now)
    }

    fn expire(&mut self, run: Run, deferred_before: Timestamp, now: Timestamp) -> Result<u64, LedgerError> {
        let (connection, _) = self.run(run)?;
        recover::expire(connection, run, deferred_before, now)
    }

    fn release(&mut self, run: Run, attempts: &[Attempt]) -> Result<(), LedgerError> {
        let (_, sending) = self.run(run)?;
        sending.held.let_go(attempts);
        sending.held.look_back();
        Ok(())
    }

    fn stands(&mut self, run: Run, attempt: Attempt) -> Result<bool, LedgerError> {
        let (connection, sending) = self.run(run)?;
        Ok(intents::stands(connection, run, &sending.held, attempt)?)
    }

    fn commit(
        &mut self,
        run: Run,
        batch: &Batch,
        now: Timestamp,
        retry_delays: &[Duration],
    ) -> Result<Vec<Attempt>, LedgerError> {
        let (connection, sending) = self.run(run)?;
        commit::commit(connection, run, &mut sending.held, batch, now, retry_delays)
    }

    fn suppress(&mut self, run: Run, rows: &[(Attempt, String)], now: Timestamp) -> Result<(), LedgerError> {
        let (connection, sending) = self.run(run)?;
        commit::suppress(connection, run, &mut sending.held, rows, now)
    }

    fn retract(&mut self, run: Run, attempts: &[Attempt], now: Timestamp) -> Result<(), LedgerError> {
        let (connection, sending) = self.run(run)?;
        if settle::is_cancelled_since(connection, run, sending.decided)? {
            return Ok(());
        }
        commit::retract(connection, run, &mut sending.held, attempts, now)
    }

    fn issues(&mut self, publication: &str, scope: &Scope) -> Result<Vec<IssueKey>, LedgerError> {
        rows::issues(&self.connection, publication, scope)
    }

    fn counts(&mut self, issue: &IssueKey) -> Result<Counts, LedgerError> {
        // One moment for all counts, also while another process sends.
        let look = self.connection.transaction()?;
        let issue = rows::issue(&look, issue)?;
        // None has this number.
        rows::counts(&look, issue.unwrap_or(-1))
    }

    fn reasons(&mut self, issue: &IssueKey, most: usize) -> Result<Vec<Reason>, LedgerError> {
        reasons::reasons(&self.connection, issue, most)
    }

    fn rows(
        &mut self,
        issue: &IssueKey,
        filter: &RowFilter,
        after: i64,
        most: usize,
    ) -> Result<Vec<Row>, LedgerError> {
        // One moment for the whole page, also while another process sends.
        let look = self.connection.transaction()?;
        match rows::issue(&look, issue)? {
            Some(issue) => rows::rows(&look, issue, filter, after, most),
            None => Ok(Vec::new()),
        }
    }

    fn copy(
        &mut self,
        issue: &IssueKey,
        address: &CanonicalAddress,
    ) -> Result<Option<(Claimed, FrozenEdition)>, LedgerError> {
        claim::copy(&self.connection, issue, address)
    }

    fn settle(
        &mut self,
        issue: &IssueKey,
        filter: &RowFilter,
        verdict: Verdict,
        who: &str,
        now: Timestamp,
    ) -> Result<u64, LedgerError> {
        // A verdict must find the doubts that a program that died left as open intents.
        self.recover(now)?;
        settle::settle(&mut self.connection, issue, filter, verdict, who, now)
    }

    fn cancel(&mut self, issue: &IssueKey, who: &str, now: Timestamp) -> Result<u64, LedgerError> {
        settle::cancel(&mut self.connection, issue, who, now)
    }

    fn add_suppressions(&mut self, publication: &str, entries: &[Suppression]) -> Result<(), LedgerError> {
        suppressions::add(&mut self.connection, publication, entries)
    }

    fn lift_suppressions(
        &mut self,
        publication: &str,
        hash: &str,
        scope: &SuppressionScope,
    ) -> Result<u64, LedgerError> {
        suppressions::lift(&self.connection, publication, hash, scope)
    }

    fn suppressions(&mut self, publication: &str) -> Result<Vec<Suppression>, LedgerError> {
        suppressions::all(&self.connection, publication)
    }

    fn forget(
        &mut self,
        publication: &str,
        address: &CanonicalAddress,
        hash: &str,
        now: Timestamp,
    ) -> Result<u64, LedgerError> {
        forget::forget(&mut self.connection, publication, address, hash, now)
    }
}

impl std::fmt::Debug for SqliteEngine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SqliteEngine({})", self.path.display())
    }
}
