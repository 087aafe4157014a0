//! Who has what: an issue's rows, read from the ledger, and a person's verdicts on them.

use std::path::Path;

use tempfile::TempDir;

use crate::compose::{BounceTag, message_id};
use crate::foundation::{Environment, Failure, Keyring, listed, nearest};
use crate::issue::Draft;
use crate::ledger::{Counts, Engine, Holder, IssueKey, Reason, Row, RowFilter, Scope, SqliteEngine, Verdict};
use crate::publication::Publication;

use super::desk::{Desk, ledger_failure};
use super::person::person;

/// Rows read at a time.
const PAGE: usize = 1_000;
/// Reasons told at most: domains are as many as readers like.
const MOST_REASONS: usize = 1_000;

/// A ledger opened to look at, or to settle rows in: it needs no lock.
pub struct Account {
    engine: SqliteEngine,
    /// Where the engine's file is a copy, gone after it.
    copy: Option<TempDir>,
    publication: String,
    keys: Keyring,
    /// The From address's domain, on which Message-IDs stand.
    domain: String,
    environment: Environment,
    /// Who is sending at this moment, if anyone.
    pub sender: Option<Holder>,
}

impl Account {
    /// Opens the ledger at a desk. Rows that a program that died left behind become in doubt, so that they are seen.
    pub fn open(publication: &Publication, environment: &Environment, desk: Desk) -> Result<Self, Failure> {
        let engine = desk.open_ledger(publication, environment)?;
        Self::of(engine, None, publication, environment, desk)
    }

    /// The same, to look alone: where the ledger cannot be written, a copy of it is opened.
    pub fn open_to_look(
        publication: &Publication,
        environment: &Environment,
        desk: Desk,
    ) -> Result<Self, Failure> {
        let opened = Self::open(publication, environment, desk);
        match opened {
            Err(failure) if desk.ledger_path(publication).exists() => {
                let (engine, copy) = desk.open_copy(publication, environment).map_err(|_| failure)?;
                Self::of(engine, Some(copy), publication, environment, desk)
            }
            opened => opened,
        }
    }

    fn of(
        mut engine: SqliteEngine,
        copy: Option<TempDir>,
        publication: &Publication,
        environment: &Environment,
        desk: Desk,
    ) -> Result<Self, Failure> {
        let sender = engine
            .recover(environment.clock.now())
            .map_err(|error| ledger_failure(&error))?;
        Ok(Self {
            copy,
            engine,
            publication: publication.config.id.clone(),
            keys: desk.keys(publication, environment)?,
            domain: publication.config.from.email.domain().to_owned(),
            environment: environment.clone(),
            sender,
        })
    }

    /// Whether the ledger itself cannot be written.
    pub fn is_read_only(&self) -> bool {
        self.copy.is_some()
    }

    /// Every issue that the ledger knows.
    pub fn issues(&mut self) -> Result<Vec<IssueKey>, Failure> {
        let issues = self.engine.issues(&self.publication, &Scope::Live);
        issues.map_err(|error| ledger_failure(&error))
    }

    /// The issue that a person names, by its draft's path or by its id. A draft that is gone has left its id in the ledger.
    pub fn issue(&mut self, publication: &Publication, named: &str) -> Result<IssueKey, Failure> {
        let id =
            id_of_draft(publication, &self.environment.directory, named).unwrap_or_else(|| named.to_owned());
        let known = self.issues()?;
        if let Some(issue) = known.iter().find(|issue| issue.issue == id) {
            return Ok(issue.clone());
        }
        let ids: Vec<&str> = known.iter().map(|issue| issue.issue.as_str()).collect();
        let failure = Failure::new(format!("the ledger knows no issue `{id}`: it was never sent"));
        Err(match nearest(&id, ids.iter().copied()) {
            Some(near) => failure.hinted(format!("did you mean `{near}`?")),
            None if ids.is_empty() => failure.hinted("the ledger knows no issue yet"),
            None => failure.hinted(format!("it knows {}", listed(&ids))),
        })
    }

    /// The copy whose bounce came to an address, `bounces+TAG@example.org`: its issue and its row. `None` where the address holds no tag of this ledger's, or one that was
    /// forged, or a test copy's.
    pub fn bounced_at(&mut self, address: &str) -> Result<Option<(IssueKey, Row)>, Failure> {
        let Some(tag) = BounceTag::parse(address) else {
            return Ok(None);
        };
        let Some(key) = self.keys.find(tag.key_id()).cloned() else {
            return Ok(None);
        };
        for issue in self.issues()? {
            let scope = issue.scope.to_string();
            if !tag.matches(&key, &issue.publication, &scope, &issue.issue) {
                continue;
            }
            let rows = self
                .engine
                .rows(&issue, &RowFilter::default(), tag.row().saturating_sub(1), 1)
                .map_err(|error| ledger_failure(&error))?;
            let row = rows.into_iter().find(|row| row.id == tag.row());
            return Ok(row.map(|row| (issue, row)));
        }
        Ok(None)
    }

    /// How many rows are in which state.
    pub fn counts(&mut self, issue: &IssueKey) -> Result<Counts, Failure> {
        self.engine.counts(issue).map_err(|error| ledger_failure(&error))
    }

    /// Why copies are not where they should be, the most frequent reasons first.
    pub fn reasons(&mut self, issue: &IssueKey) -> Result<Vec<Reason>, Failure> {
        let reasons = self.engine.reasons(issue, MOST_REASONS);
        reasons.map_err(|error| ledger_failure(&error))
    }

    /// Gives every row of a filter to `tell`, in order, some at a time: a million rows are never held at once.
    pub fn each_row(
        &mut self,
        issue: &IssueKey,
        filter: &RowFilter,
        mut tell: impl FnMut(&Row) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let mut after = 0;
        loop {
            let mut rows = self
                .engine
                .rows(issue, filter, after, PAGE)
                .map_err(|error| ledger_failure(&error))?;
            let Some(last) = rows.last() else {
                return Ok(());
            };
            after = last.id;
            for row in &mut rows {
                row.message_id = self.message_id(issue, row);
            }
            rows.iter().try_for_each(&mut tell)?;
        }
    }

    /// What the copy is called in the relay's log; rows to which no mail can go have no copy.
    fn message_id(&self, issue: &IssueKey, row: &Row) -> Option<String> {
        let scope = issue.scope.to_string();
        let id = || {
            message_id(
                self.keys.founding(),
                &scope,
                &issue.publication,
                &issue.issue,
                &row.canonical,
                &self.domain,
            )
        };
        row.canonical.as_str().contains('@').then(id)
    }

    /// A person's verdict on rows, recorded with their name. Returns how many rows it changed.
    pub fn settle(&mut self, issue: &IssueKey, filter: &RowFilter, verdict: Verdict) -> Result<u64, Failure> {
        let (who, now) = (person(&self.environment), self.environment.clock.now());
        let settled = self.engine.settle(issue, filter, verdict, &who, now);
        settled.map_err(|error| ledger_failure(&error))
    }

    /// Calls off what was not sent yet. Returns how many rows.
    pub fn cancel(&mut self, issue: &IssueKey) -> Result<u64, Failure> {
        let (who, now) = (person(&self.environment), self.environment.clock.now());
        self.engine
            .cancel(issue, &who, now)
            .map_err(|error| ledger_failure(&error))
    }
}

fn id_of_draft(publication: &Publication, directory: &Path, named: &str) -> Option<String> {
    let path = [directory.join(named), publication.root.join(named)]
        .into_iter()
        .find(|path| path.is_file())?;
    let draft = Draft::read(&path, publication.shown(&path)).ok()?;
    draft.front.id.map(|id| id.value)
}
