//! A ledger opened for one issue's send.

use uuid::Uuid;

use crate::foundation::{Environment, Failure, Keyring};
use crate::ledger::{Engine, IssueKey, LedgerError, LedgerHandle, LedgerThread, Run};
use crate::publication::Publication;

use super::desk::{Desk, ledger_failure};
use super::holder::holder;
use super::send_record::SendRecord;

/// The ledger's thread, the issue that is open on it, and the keys that go with it.
pub(super) struct OpenedLedger {
    /// The way to the thread.
    pub(super) handle: LedgerHandle,
    /// The issue, open for sending.
    pub(super) run: Run,
    /// Which issue it is.
    pub(super) issue: IssueKey,
    /// The ledger's identity.
    pub(super) identity: Uuid,
    /// The keys.
    pub(super) keys: Keyring,
}

impl OpenedLedger {
    /// Opens the issue at a desk, and takes the ledger's lock. `new` allows a missing real ledger to be made.
    pub(super) async fn open(
        publication: &Publication,
        environment: &Environment,
        desk: Desk,
        issue: IssueKey,
        new: bool,
    ) -> Result<Self, Failure> {
        let mut engine = match desk {
            Desk::Sandbox => desk.open_or_make_ledger(publication, environment)?,
            Desk::Live => {
                let missing = !desk.ledger_path(publication).exists();
                if missing {
                    SendRecord::check_ledger(publication, None)?;
                }
                let engine = if new {
                    desk.open_or_make_ledger(publication, environment)?
                } else {
                    desk.open_ledger(publication, environment)?
                };
                SendRecord::check_ledger(publication, Some(engine.identity()))?;
                engine
            }
        };
        engine
            .withstand(publication.config.durability)
            .map_err(|error| ledger_failure(&error))?;
        let identity = engine.identity();
        let keys = desk.keys(publication, environment)?;
        let clock = environment.clock.clone();
        let handle =
            LedgerThread::spawn(Box::new(engine), clock.clone()).map_err(|error| ledger_failure(&error))?;
        let (opening, holder) = (issue.clone(), holder(&clock, &issue.issue));
        let run = handle
            .call(move |engine| engine.open(&opening, &holder, clock.now()))
            .await
            .map_err(|error| ledger_failure(&error))?;
        Ok(Self {
            handle,
            run,
            issue,
            identity,
            keys,
        })
    }

    /// Calls the engine for the open run.
    pub(super) async fn call<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut dyn Engine, Run) -> Result<T, LedgerError> + Send + 'static,
    ) -> Result<T, Failure> {
        let run = self.run;
        self.handle
            .call(move |engine| work(engine, run))
            .await
            .map_err(|error| ledger_failure(&error))
    }
}
