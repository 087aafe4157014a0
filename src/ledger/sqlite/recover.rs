//! What a program that died left behind, and what has waited too long.

use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior, params};

use crate::ledger::{Holder, LedgerError, Run};

/// Asked so that SQLite seeks the rows of the intents, which are few, and does not walk the table.
const DOUBT: &str =
    "UPDATE copy SET state = 5, due = NULL, reason = 'the program ended before the answer came', changed = ?1,
        attempts = (SELECT attempt FROM intent WHERE intent.copy = copy.id)
    WHERE state IN (0, 1) AND id IN (SELECT intent.copy FROM intent)";

/// Intents without an outcome become doubts, in every issue: whoever calls this holds the lock, so nobody can still be waiting for an answer.
pub(super) fn recover(connection: &mut Connection, now: Timestamp) -> Result<(), LedgerError> {
    // Asked first, so that looking at a ledger in good order writes nothing.
    if has_open_intents(connection)? {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute(DOUBT, [now.as_millisecond()])?;
        transaction.execute("DELETE FROM intent", [])?;
        transaction.commit()?;
    }
    Ok(())
}

/// Who holds the lock for the moment that it takes.
pub(super) fn holder(now: Timestamp) -> Holder {
    Holder {
        pid: std::process::id(),
        host: "this machine".to_owned(),
        since: now.to_string(),
        task: "looking for copies in doubt".to_owned(),
    }
}

/// Whether any row of any issue is `committing`.
pub(super) fn has_open_intents(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_row("SELECT EXISTS (SELECT 1 FROM intent)", [], |row| row.get(0))
}

/// Deferred rows are due no later than now.
pub(super) fn make_due(connection: &Connection, run: Run, now: Timestamp) -> Result<(), LedgerError> {
    connection.execute(
        "UPDATE copy SET due = ?2 WHERE issue = ?1 AND state = 1 AND due > ?2",
        params![run.0, now.as_millisecond()],
    )?;
    Ok(())
}

/// Deferred rows whose first refusal lies before a moment expire.
pub(super) fn expire(
    connection: &Connection,
    run: Run,
    deferred_before: Timestamp,
    now: Timestamp,
) -> Result<u64, LedgerError> {
    let rows = connection.execute(
        "UPDATE copy SET state = 7, due = NULL, changed = ?3 WHERE issue = ?1 AND state = 1 AND deferred_since < ?2
             AND NOT EXISTS (SELECT 1 FROM intent WHERE intent.copy = copy.id)",
        params![run.0, deferred_before.as_millisecond(), now.as_millisecond()],
    )?;
    Ok(rows as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubts_are_sought_and_the_table_is_not_walked() {
        let mut connection = Connection::open_in_memory().unwrap();
        super::super::schema::migrate(&mut connection).unwrap();
        let mut statement = connection
            .prepare(&format!("EXPLAIN QUERY PLAN {DOUBT}"))
            .unwrap();
        let step: String = statement.query_row([1], |row| row.get(3)).unwrap();
        assert_eq!(step, "SEARCH copy USING INTEGER PRIMARY KEY (rowid=?)");
    }
}
