//! How each connection to a ledger is set up.

use std::time::Duration;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::SqliteEngine;
use crate::ledger::LedgerError;
use crate::publication::Durability;

/// How long to wait while another process writes: sealing a plan of a million rows takes some ten seconds.
const PATIENCE: Duration = Duration::from_mins(1);

/// Sets a connection up.
pub(super) fn configure(connection: &Connection) -> Result<(), LedgerError> {
    connection.busy_timeout(PATIENCE)?;
    withstand(connection, Durability::Power)?;
    // On macOS a plain fsync leaves the bytes in the drive's cache.
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "checkpoint_fullfsync", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What `forget` erases is overwritten.
    connection.pragma_update(None, "secure_delete", true)?;
    // Sorting a million rows must not take their room in memory.
    connection.pragma_update(None, "temp_store", "FILE")?;
    // In KiB. A batch of claimed rows that lie far apart has a page for each; they are needed again when the rows are sent.
    connection.pragma_update(None, "cache_size", -6 * 1024)?;
    // A statement is planned once: not anew whenever another value is bound to it, in case that would suit a partial index.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // A plan leaves a long log behind; it is cut back.
    connection.pragma_update(None, "journal_size_limit", 64 << 20)?;
    Ok(())
}

impl SqliteEngine {
    /// What its commits outlive from now on; a power cut, where nothing else was said.
    pub fn withstand(&mut self, durability: Durability) -> Result<(), LedgerError> {
        withstand(&self.connection, durability)
    }
}

/// With FULL, a commit that has returned outlives a power cut. With NORMAL the log is synced before it is copied back into the file alone: the file stays sound, but the last
/// commits could be undone, and their copies sent again.
fn withstand(connection: &Connection, durability: Durability) -> Result<(), LedgerError> {
    let level = match durability {
        Durability::Power => "FULL",
        Durability::Process => "NORMAL",
    };
    Ok(connection.pragma_update(None, "synchronous", level)?)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::ledger::{LedgerKey, SqliteEngine};
    use crate::publication::Durability;

    #[test]
    fn a_commit_that_has_returned_outlives_a_power_cut() {
        let folder = tempfile::tempdir().unwrap();
        let key = LedgerKey {
            id: "k1".to_owned(),
            hash: Arc::new(str::to_owned),
        };
        let mut engine = SqliteEngine::create(&folder.path().join("ledger.db"), key).unwrap();
        let value = |pragma: &str| value(&engine, pragma);
        assert_eq!(value("journal_mode"), "wal");
        assert_eq!(value("synchronous"), "2", "FULL");
        for pragma in [
            "fullfsync",
            "checkpoint_fullfsync",
            "foreign_keys",
            "secure_delete",
        ] {
            assert_eq!(value(pragma), "1", "{pragma}");
        }
        assert_eq!(value("temp_store"), "1", "FILE");
        assert_eq!(value("cache_size"), "-6144", "KiB");
        engine.withstand(Durability::Process).unwrap();
        assert_eq!(self::value(&engine, "synchronous"), "1", "NORMAL");
    }

    fn value(engine: &SqliteEngine, pragma: &str) -> String {
        let sql = format!("SELECT CAST({pragma} AS TEXT) FROM pragma_{pragma}");
        engine.connection.query_row(&sql, [], |row| row.get(0)).unwrap()
    }
}
