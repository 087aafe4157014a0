//! Announced messages: whose final dot is about to be written, or was, and no outcome is known.

use jiff::Timestamp;
use rusqlite::{Connection, params};

use super::claim::{Held, Holding};
use crate::ledger::Run;
use crate::message::Attempt;

/// A row whose lists are not those it was claimed with has a copy that carries the token of a list it has left: it is claimed anew.
const STANDS: &str = "SELECT EXISTS (SELECT 1 FROM copy
    WHERE id = ?1 AND issue = ?2 AND state IN (0, 1) AND attempts = ?3 - 1 AND lists = ?4
        AND NOT EXISTS (SELECT 1 FROM intent WHERE copy = ?1))";
const ANNOUNCE: &str = "INSERT INTO intent (copy, issue, attempt, at) VALUES (?1, ?2, ?3, ?4)";
const END: &str = "DELETE FROM intent WHERE copy = ?1 AND issue = ?2 AND attempt = ?3";

/// Grants intents; returns those that it refuses.
pub(super) fn announce(
    connection: &Connection,
    run: Run,
    held: &Held,
    intents: &[Attempt],
    now: Timestamp,
) -> rusqlite::Result<Vec<Attempt>> {
    let mut announced = connection.prepare_cached(ANNOUNCE)?;
    let mut refused = Vec::new();
    for intent in intents {
        if stands(connection, run, held, *intent)? {
            announced.execute(params![intent.row, run.0, intent.number, now.as_millisecond()])?;
        } else {
            refused.push(*intent);
        }
    }
    Ok(refused)
}

/// Whether an intent would be granted: the run still has the row for this attempt, as it was claimed.
pub(super) fn stands(
    connection: &Connection,
    run: Run,
    held: &Held,
    attempt: Attempt,
) -> rusqlite::Result<bool> {
    match held.get(&attempt.row) {
        Some(Holding { number, lists }) if *number == attempt.number => connection
            .prepare_cached(STANDS)?
            .query_row(params![attempt.row, run.0, number, lists], |row| row.get(0)),
        _ => Ok(false),
    }
}

/// The outcome is known. Returns whether the attempt was announced.
pub(super) fn end(connection: &Connection, run: Run, attempt: Attempt) -> rusqlite::Result<bool> {
    let mut ended = connection.prepare_cached(END)?;
    Ok(ended.execute(params![attempt.row, run.0, attempt.number])? > 0)
}
