//! A plan's changes, written into the rows.

use rusqlite::{CachedStatement, Connection, params};

use super::decide::Existing;
use super::walk::Change;
use crate::ledger::{LedgerError, PlanPolicy, RowState, Run};

/// Writes one change after the other.
pub(super) struct Apply<'a> {
    insert: CachedStatement<'a>,
    update: CachedStatement<'a>,
    resent: CachedStatement<'a>,
    run: Run,
    /// The number of the edition that rows get.
    edition: u32,
    /// In milliseconds.
    now: i64,
    /// Who says that copies in doubt are sent again.
    resend: Option<&'a str>,
}

impl<'a> Apply<'a> {
    /// For a plan by this policy. Rows that were never usable are laid down anew each time: they are named by where they stand, so that a line more or less above
    /// them makes them others.
    pub(super) fn new(
        connection: &'a Connection,
        run: Run,
        edition: u32,
        policy: &'a PlanPolicy,
    ) -> Result<Self, LedgerError> {
        connection.execute(
            "DELETE FROM copy WHERE issue = ?1 AND state = 6 AND cause = 3 AND attempts = 0",
            [run.0],
        )?;
        Ok(Self {
            insert: connection.prepare_cached(
                "INSERT INTO copy (issue, state, edition, changed, joined, cause, address, mail_to, lists, reason, profile)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?,
            update: connection.prepare_cached(
                "UPDATE copy SET
                     state = ?2,
                     cause = ?3,
                     reason = ?4,
                     lists = ?5,
                     due = CASE ?2 WHEN 1 THEN due END,
                     deferred_since = CASE ?2 WHEN 1 THEN deferred_since END,
                     changed = CASE ?2 WHEN state THEN changed ELSE ?6 END,
                     edition = CASE WHEN ?9 IS NULL THEN edition ELSE ?7 END,
                     mail_to = coalesce(?8, mail_to),
                     profile = coalesce(?9, profile)
                 WHERE id = ?1",
            )?,
            resent: connection.prepare_cached(
                "INSERT INTO resolution (at, who, verdict, issue, copy, before) VALUES (?1, ?2, 'resent', ?3, ?4, 5)",
            )?,
            run,
            edition,
            now: policy.now.as_millisecond(),
            resend: policy.resend.as_deref(),
        })
    }

    /// Writes one. New rows get their ids as they come: in address order.
    pub(super) fn write(&mut self, change: &Change<'_>) -> Result<(), LedgerError> {
        match change.existing {
            Some(existing) => self.change(existing, change),
            None => self.add(change),
        }
    }

    fn add(&mut self, change: &Change<'_>) -> Result<(), LedgerError> {
        let decision = change.decision;
        let source = decision.source.and_then(|at| change.staged.get(at));
        self.insert.execute(params![
            self.run.0,
            decision.state as u8,
            self.edition,
            self.now,
            decision.joined,
            decision.cause.map(|cause| cause as u8),
            change.address,
            source.map(|row| row.mail_to.as_str()),
            decision.lists,
            decision.reason,
            source.map(|row| row.profile.as_str()),
        ])?;
        Ok(())
    }

    fn change(&mut self, existing: &Existing, change: &Change<'_>) -> Result<(), LedgerError> {
        let decision = change.decision;
        let source = decision.source.and_then(|at| change.staged.get(at));
        // A copy in doubt that is sent again is a person's verdict like any other.
        if existing.state == RowState::InDoubt
            && let Some(who) = self.resend
        {
            self.resent
                .execute(params![self.now, who, self.run.0, existing.id])?;
        }
        self.update.execute(params![
            existing.id,
            decision.state as u8,
            decision.cause.map(|cause| cause as u8),
            decision.reason,
            decision.lists,
            self.now,
            self.edition,
            source.map(|row| row.mail_to.as_str()),
            source.map(|row| row.profile.as_str()),
        ])?;
        Ok(())
    }
}
