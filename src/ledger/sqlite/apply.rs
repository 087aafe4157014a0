//! A plan's changes, written into the rows.

use rusqlite::{CachedStatement, Connection, Statement, ToSql, params};

use super::decide::Existing;
use super::walk::Change;
use crate::ledger::staged::StagedRow;
use crate::ledger::{LedgerError, PlanPolicy, RowState, Run};

/// New rows that one statement takes in: the next row's place in each index is then beside the last one's, and is not sought from the root.
const TOGETHER: usize = 100;

/// So many octets of a row are kept free for the relay's answer: enough for what Postfix says when it accepts a copy, with the name that it gives it. Answers that are longer part
/// pages as they would without.
const ROOM: usize = 40;

/// How many values the rows of one statement share, and how many each has of its own.
const SHARED: usize = 4;
const OWN: usize = 8;

/// Writes one change after the other.
pub(super) struct Apply<'a> {
    connection: &'a Connection,
    /// The id of the last row before any was added.
    last_before: i64,
    insert_together: CachedStatement<'a>,
    insert: CachedStatement<'a>,
    update: CachedStatement<'a>,
    resent: CachedStatement<'a>,
    /// New rows that still have to be written.
    new: Vec<Change>,
    run: Run,
    /// The number of the edition that rows get.
    edition: u32,
    /// In milliseconds.
    now: i64,
    /// Who says that copies in doubt are sent again.
    resend: Option<&'a str>,
}

impl Change {
    /// The staged row whose values are frozen.
    fn source(&self) -> Option<&StagedRow> {
        self.decision.source.and_then(|at| self.staged.get(at))
    }
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
            "DELETE FROM copy WHERE issue = ?1 AND state = 6 AND state <> 3 AND cause = 3 AND attempts = 0",
            [run.0],
        )?;
        Ok(Self {
            connection,
            last_before: last_row(connection)?,
            insert_together: connection.prepare_cached(&insertion(TOGETHER))?,
            insert: connection.prepare_cached(&insertion(1))?,
            update: connection.prepare_cached(
                "UPDATE OR ROLLBACK copy SET
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
            new: Vec::with_capacity(TOGETHER),
            run,
            edition,
            now: policy.now.as_millisecond(),
            resend: policy.resend.as_deref(),
        })
    }

    /// Writes one. New rows get their ids as they come: in address order.
    pub(super) fn write(&mut self, change: Change) -> Result<(), LedgerError> {
        if let Some(existing) = &change.existing {
            return self.change(existing, &change);
        }
        self.new.push(change);
        if self.new.len() == TOGETHER {
            self.bind_and_insert(TOGETHER)?;
        }
        Ok(())
    }

    /// Writes what is left, and where the new rows are.
    pub(super) fn finish(mut self) -> Result<(), LedgerError> {
        self.bind_and_insert(1)?;
        let last = last_row(self.connection)?;
        if last > self.last_before {
            self.connection.execute(
                "UPDATE issue SET first_row = min(coalesce(first_row, ?2), ?2), last_row = ?3 WHERE id = ?1",
                params![self.run.0, self.last_before + 1, last],
            )?;
        }
        Ok(())
    }

    /// Inserts the new rows, so many with each statement.
    fn bind_and_insert(&mut self, together: usize) -> Result<(), LedgerError> {
        let insert = if together == TOGETHER {
            &mut self.insert_together
        } else {
            &mut self.insert
        };
        bind(
            insert,
            0,
            params![self.run.0, self.edition, self.now, [0_u8; ROOM]],
        )?;
        for rows in self.new.chunks(together) {
            for (at, change) in rows.iter().enumerate() {
                let (decision, source) = (&change.decision, change.source());
                let values = params![
                    decision.state as u8,
                    decision.joined,
                    decision.cause.map(|cause| cause as u8),
                    change.address,
                    source.map(|row| row.mail_to.as_str()),
                    decision.lists,
                    decision.reason,
                    source.map(|row| row.profile.as_str()),
                ];
                bind(insert, SHARED + at * OWN, values)?;
            }
            insert.raw_execute()?;
        }
        self.new.clear();
        Ok(())
    }

    fn change(&mut self, existing: &Existing, change: &Change) -> Result<(), LedgerError> {
        let (decision, source) = (&change.decision, change.source());
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

fn last_row(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("SELECT coalesce(max(id), 0) FROM copy", [], |row| row.get(0))
}

/// The statement that inserts so many rows. The first values are those that all of them have.
///
/// The room is one of them, and no `zeroblob(40)`: because of a function SQLite keeps a journal for the statement, which has every page again that many rows together change.
fn insertion(rows: usize) -> String {
    let row = |row: usize| {
        let [state, joined, cause, address, mail_to, lists, reason, profile] =
            std::array::from_fn(|at| SHARED + row * OWN + at + 1);
        format!(
            "(?1, ?{state}, ?2, ?3, ?{joined}, ?{cause}, ?{address}, ?{mail_to}, ?{lists}, ?{reason}, ?{profile}, ?4)"
        )
    };
    let values: Vec<String> = (0..rows).map(row).collect();
    format!(
        "INSERT OR ROLLBACK INTO copy (issue, state, edition, changed, joined, cause, address, mail_to, lists, reason, profile, room) VALUES {}",
        values.join(", ")
    )
}

/// Binds values behind the first `before` of a statement.
fn bind(statement: &mut Statement<'_>, before: usize, values: &[&dyn ToSql]) -> rusqlite::Result<()> {
    for (at, value) in values.iter().enumerate() {
        statement.raw_bind_parameter(before + at + 1, value)?;
    }
    Ok(())
}
