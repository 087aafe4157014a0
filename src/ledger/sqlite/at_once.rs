//! A change that comes true whole or not at all.

use rusqlite::Connection;

use crate::ledger::LedgerError;

/// Changes everything or nothing. With statements that are kept: those of a transaction of rusqlite's are parsed anew each time.
pub(super) fn at_once<T>(
    connection: &Connection,
    change: impl FnOnce() -> Result<T, LedgerError>,
) -> Result<T, LedgerError> {
    connection.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
    let changed = change().and_then(|changed| {
        connection.prepare_cached("COMMIT")?.execute([])?;
        Ok(changed)
    });
    if changed.is_err() && !connection.is_autocommit() {
        // What went wrong first says more than what may go wrong now.
        let _ = connection.execute_batch("ROLLBACK");
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_that_fails_leaves_nothing_behind_and_nothing_open() {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("CREATE TABLE told (word)").unwrap();
        let tell = |outcome: Result<(), LedgerError>| {
            at_once(&connection, || {
                connection.execute("INSERT INTO told VALUES ('once')", [])?;
                outcome
            })
        };
        let told = || -> i64 {
            let sql = "SELECT count(*) FROM told";
            connection.query_row(sql, [], |row| row.get(0)).unwrap()
        };
        let refused = tell(Err(LedgerError::Unwritable("no".to_owned())));
        assert!(refused.unwrap_err().to_string().contains("no"));
        assert_eq!((told(), connection.is_autocommit()), (0, true));
        tell(Ok(())).unwrap();
        assert_eq!((told(), connection.is_autocommit()), (1, true));
    }
}
