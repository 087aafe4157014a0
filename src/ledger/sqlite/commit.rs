//! Outcomes and intents, all of a batch in one transaction.
//!
//! Each statement names the states it may leave and the number of the try, so that what comes too late, twice, or for another try changes nothing. `attempts` is the
//! number of the last try whose outcome left a trace: one that is under way, announced or not, is `attempts + 1`.
//!
//! A statement that breaks a rule of the tables takes the whole transaction back: what can be undone by itself alone costs SQLite a journal for each row.
//!
//! What the relay says often repeats the address: it is not written into the row of someone who was forgotten while the copy was under way. That is asked by
//! comparing (`;` comes next after `:`): `LIKE` would cost about half as much as all the rest.

use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, Statement, params};

use super::at_once::at_once;
use super::held::Held;
use super::intents;
use super::suppressions::meet;
use crate::ledger::{Batch, LedgerError, RowState, Run};
use crate::message::{Attempt, Outcome, Reply};

/// An acceptance is a fact, also when a person has meanwhile said that the copy did not arrive: whoever has it must not get another. Not where another try is under way,
/// whose outcome is awaited. (A list of three states would be made into a table of its own for each row, which costs more than all the rest.)
const ACCEPTED: &str = "UPDATE OR ROLLBACK copy SET state = 3, accepted = 1, attempts = ?3, due = NULL, reason = NULL, room = NULL, changed = ?4, code = ?5, enhanced = ?6,
        reply = CASE WHEN address < 'forgotten:' OR address >= 'forgotten;' THEN ?7 END
    WHERE id = ?1 AND issue = ?2 AND ((state IN (0, 1) AND attempts = ?3 - 1)
        OR (state IN (0, 5) AND attempts = ?3 AND NOT EXISTS (SELECT 1 FROM intent WHERE copy = ?1)))";
const REFUSED: &str = "UPDATE OR ROLLBACK copy SET state = ?8, attempts = ?3, due = ?9, reason = NULL, room = NULL, changed = ?4, code = ?5, enhanced = ?6,
        reply = CASE WHEN address < 'forgotten:' OR address >= 'forgotten;' THEN ?7 END,
        deferred_since = CASE ?8 WHEN 1 THEN coalesce(deferred_since, ?4) ELSE deferred_since END
    WHERE id = ?1 AND issue = ?2 AND ((state = 5 AND attempts = ?3) OR (state IN (0, 1) AND attempts = ?3 - 1))";
const TURNED_AWAY: &str = "UPDATE OR ROLLBACK copy SET state = 0, attempts = ?3, due = NULL, reason = NULL, room = NULL, changed = ?4, code = ?5, enhanced = ?6,
        reply = CASE WHEN address < 'forgotten:' OR address >= 'forgotten;' THEN ?7 END
    WHERE id = ?1 AND issue = ?2 AND ((state = 5 AND attempts = ?3) OR (state IN (0, 1) AND attempts = ?3 - 1))";
const TAKEN_BACK: &str =
    "UPDATE OR ROLLBACK copy SET state = 0, attempts = ?3, due = NULL, reason = NULL, changed = ?4
    WHERE id = ?1 AND issue = ?2 AND state IN (0, 1) AND attempts = ?3 - 1";
const IN_DOUBT: &str = "UPDATE OR ROLLBACK copy SET state = 5, attempts = ?3, due = NULL, room = NULL, reason = CASE WHEN address < 'forgotten:' OR address >= 'forgotten;' THEN ?5 END, changed = ?4
    WHERE id = ?1 AND issue = ?2 AND state IN (0, 1) AND attempts = ?3 - 1";
const SUPPRESS: &str =
    "UPDATE OR ROLLBACK copy SET state = 6, cause = 6, reason = ?5, due = NULL, changed = ?4
    WHERE id = ?1 AND issue = ?2 AND state IN (0, 1) AND attempts = ?3 - 1
        AND NOT EXISTS (SELECT 1 FROM intent WHERE copy = ?1)";
const RETRACT: &str = "UPDATE OR ROLLBACK copy SET state = 0, due = NULL, deferred_since = NULL, changed = ?4
    WHERE id = ?1 AND issue = ?2 AND state IN (1, 4) AND attempts = ?3
        AND NOT EXISTS (SELECT 1 FROM intent WHERE copy = ?1)";
const CANCEL: &str = "UPDATE OR ROLLBACK copy SET state = 6, cause = 7, reason = 'cancelled', due = NULL, changed = ?2 WHERE id = ?1 AND state IN (0, 1)";

/// Outcomes first, then intents. What the run holds changes only once the transaction is durable.
pub(super) fn commit(
    connection: &Connection,
    run: Run,
    held: &mut Held,
    batch: &Batch,
    now: Timestamp,
    retry_delays: &[Duration],
) -> Result<Vec<Attempt>, LedgerError> {
    if batch.outcomes.is_empty() && batch.intents.is_empty() {
        return Ok(Vec::new());
    }
    let refused = at_once(connection, || {
        record_all(connection, run, &batch.outcomes, now, retry_delays)?;
        Ok(intents::announce(connection, run, held, &batch.intents, now)?)
    })?;
    let ended = batch.outcomes.iter().map(|(attempt, _)| attempt);
    held.let_go(ended.chain(&batch.intents));
    let is_accepted = |(_, outcome): &(Attempt, Outcome)| matches!(outcome, Outcome::Accepted(_));
    if !(refused.is_empty() && batch.outcomes.iter().all(is_accepted)) {
        held.look_back();
    }
    Ok(refused)
}

/// Suppresses claimed rows whose copy cannot be made.
pub(super) fn suppress(
    connection: &Connection,
    run: Run,
    held: &mut Held,
    rows: &[(Attempt, String)],
    now: Timestamp,
) -> Result<(), LedgerError> {
    at_once(connection, || {
        for (attempt, reason) in rows {
            connection.prepare_cached(SUPPRESS)?.execute(params![
                attempt.row,
                run.0,
                attempt.number,
                now.as_millisecond(),
                reason
            ])?;
        }
        Ok(())
    })?;
    held.let_go(rows.iter().map(|(attempt, _)| attempt));
    held.look_back();
    Ok(())
}

/// Takes refusals back that were not about the recipient.
pub(super) fn retract(
    connection: &Connection,
    run: Run,
    held: &mut Held,
    attempts: &[Attempt],
    now: Timestamp,
) -> Result<(), LedgerError> {
    held.look_back();
    at_once(connection, || {
        for attempt in attempts {
            connection.prepare_cached(RETRACT)?.execute(params![
                attempt.row,
                run.0,
                attempt.number,
                now.as_millisecond()
            ])?;
            meet(connection, attempt.row, now.as_millisecond())?;
        }
        Ok(())
    })
}

/// Notes when the first copy was accepted, once.
pub(super) fn first_copy(connection: &Connection, run: Run, now: Timestamp) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE issue SET first_copy = ?2 WHERE id = ?1 AND first_copy IS NULL")?
        .execute(params![run.0, now.as_millisecond()])?;
    Ok(())
}

/// Records outcomes.
fn record_all(
    connection: &Connection,
    run: Run,
    outcomes: &[(Attempt, Outcome)],
    now: Timestamp,
    retry_delays: &[Duration],
) -> rusqlite::Result<()> {
    let mut ending = intents::Ending::new(connection)?;
    // Nearly all are acceptances: their statement is fetched once.
    let mut accept = connection.prepare_cached(ACCEPTED)?;
    let mut accepted = 0;
    for (attempt, outcome) in outcomes {
        if let Outcome::Accepted(reply) = outcome {
            ending.end(run, *attempt)?;
            accepted += said(&mut accept, run, *attempt, reply, now)?;
            continue;
        }
        let cancelled = intents::is_cancelled(connection, run, *attempt)?;
        let announced = ending.end(run, *attempt)?;
        if record(connection, run, *attempt, announced, outcome, now, retry_delays)? > 0 {
            come_back(connection, attempt.row, cancelled, now)?;
        }
    }
    if accepted > 0 {
        first_copy(connection, run, now)?;
    }
    Ok(())
}

/// While its answer was awaited, a row did not wait to be sent: it heard of no suppression, and could not be cancelled.
fn come_back(connection: &Connection, row: i64, cancelled: bool, now: Timestamp) -> rusqlite::Result<()> {
    let at = now.as_millisecond();
    if cancelled {
        connection.prepare_cached(CANCEL)?.execute(params![row, at])?;
    }
    meet(connection, row, at)
}

/// Records what a relay said, by a statement that takes nothing else.
fn said(
    statement: &mut Statement<'_>,
    run: Run,
    attempt: Attempt,
    reply: &Reply,
    now: Timestamp,
) -> rusqlite::Result<usize> {
    statement.execute(params![
        attempt.row,
        run.0,
        attempt.number,
        now.as_millisecond(),
        reply.code,
        enhanced(reply),
        reply.text
    ])
}

/// Records one outcome; returns how many rows it changed, none or one.
fn record(
    connection: &Connection,
    run: Run,
    attempt: Attempt,
    announced: bool,
    outcome: &Outcome,
    now: Timestamp,
    retry_delays: &[Duration],
) -> rusqlite::Result<usize> {
    let (row, number, at) = (attempt.row, attempt.number, now.as_millisecond());
    match outcome {
        Outcome::Accepted(reply) => said(
            &mut *connection.prepare_cached(ACCEPTED)?,
            run,
            attempt,
            reply,
            now,
        ),
        Outcome::TurnedAway { reply, .. } => said(
            &mut *connection.prepare_cached(TURNED_AWAY)?,
            run,
            attempt,
            reply,
            now,
        ),
        Outcome::Refused { reply, .. } => {
            let (state, due) = if reply.is_permanent() {
                (RowState::Rejected, None)
            } else {
                (
                    RowState::Deferred,
                    Some(at.saturating_add(delay(number, retry_delays))),
                )
            };
            connection.prepare_cached(REFUSED)?.execute(params![
                row,
                run.0,
                number,
                at,
                reply.code,
                enhanced(reply),
                reply.text,
                state as u8,
                due
            ])
        }
        // A try that left no trace is not counted.
        Outcome::NotHandedOver if !announced => Ok(0),
        Outcome::NotHandedOver => connection
            .prepare_cached(TAKEN_BACK)?
            .execute(params![row, run.0, number, at]),
        Outcome::InDoubt { evidence } => connection
            .prepare_cached(IN_DOUBT)?
            .execute(params![row, run.0, number, at, evidence]),
    }
}

/// How long after its try a deferred row is due, in milliseconds.
fn delay(number: u32, retry_delays: &[Duration]) -> i64 {
    let at = usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX);
    let delay = retry_delays.get(at).or(retry_delays.last()).copied();
    i64::try_from(delay.unwrap_or_default().as_millis()).unwrap_or(i64::MAX)
}

fn enhanced(reply: &Reply) -> Option<String> {
    reply.enhanced.map(|code| code.to_string())
}
