//! Announced messages: whose final dot is about to be written, or was, and no outcome is known.

use jiff::Timestamp;
use rusqlite::{CachedStatement, Connection, OptionalExtension, params};

use super::held::Held;
use crate::ledger::Run;
use crate::message::Attempt;

/// A row whose lists are not those it was claimed with has a copy that carries the token of a list it has left: it is claimed anew.
macro_rules! as_claimed {
    () => {
        "FROM copy WHERE id = ?1 AND issue = ?2 AND state IN (0, 1) AND attempts = ?3 - 1 AND lists = ?4"
    };
}
const STANDS: &str = concat!(
    "SELECT EXISTS (SELECT 1 ",
    as_claimed!(),
    " AND NOT EXISTS (SELECT 1 FROM intent WHERE copy = ?1))"
);
/// Asks and announces at once. Where the row does not stand there is no `issue`, and a copy that is announced already has its one intent: in both cases nothing is inserted. It is
/// one row of VALUES, and no SELECT: for one that could find many SQLite would keep a journal of the pages that it changes.
const ANNOUNCE: &str = concat!(
    "INSERT OR IGNORE INTO intent (copy, issue, attempt, at) VALUES (?1, (SELECT issue ",
    as_claimed!(),
    "), ?3, ?5)"
);
const CANCELLED: &str = "SELECT cancelled FROM intent WHERE copy = ?1 AND issue = ?2 AND attempt = ?3";
const END: &str = "DELETE FROM intent WHERE copy = ?1 AND issue = ?2 AND attempt = ?3";

/// Grants intents; returns those that it refuses.
pub(super) fn announce(
    connection: &Connection,
    run: Run,
    held: &Held,
    intents: &[Attempt],
    now: Timestamp,
) -> rusqlite::Result<Vec<Attempt>> {
    let mut announce = connection.prepare_cached(ANNOUNCE)?;
    let mut refused = Vec::new();
    for intent in intents {
        let granted = match held.lists_claimed(*intent) {
            Some(lists) => {
                let at = now.as_millisecond();
                announce.execute(params![intent.row, run.0, intent.number, lists, at])? > 0
            }
            None => false,
        };
        if !granted {
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
    let Some(lists) = held.lists_claimed(attempt) else {
        return Ok(false);
    };
    connection
        .prepare_cached(STANDS)?
        .query_row(params![attempt.row, run.0, attempt.number, lists], |row| {
            row.get(0)
        })
}

/// Whether the issue was cancelled while a copy was under way.
pub(super) fn is_cancelled(connection: &Connection, run: Run, attempt: Attempt) -> rusqlite::Result<bool> {
    let cancelled = connection
        .prepare_cached(CANCELLED)?
        .query_row(params![attempt.row, run.0, attempt.number], |row| row.get(0));
    Ok(cancelled.optional()?.unwrap_or(false))
}

/// What takes intents away whose outcome is known.
pub(super) struct Ending<'a>(CachedStatement<'a>);

impl<'a> Ending<'a> {
    /// Makes it ready for as many as there are.
    pub(super) fn new(connection: &'a Connection) -> rusqlite::Result<Self> {
        connection.prepare_cached(END).map(Self)
    }

    /// Takes one away. Returns whether the attempt was announced.
    pub(super) fn end(&mut self, run: Run, attempt: Attempt) -> rusqlite::Result<bool> {
        let ended = self.0.execute(params![attempt.row, run.0, attempt.number])?;
        Ok(ended > 0)
    }
}
