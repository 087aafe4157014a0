//! What SQLite's errors mean to a person.

use rusqlite::{Error, ErrorCode};

use crate::ledger::LedgerError;

impl From<Error> for LedgerError {
    fn from(error: Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => full(),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                Self::Unwritable(format!(
                    "the file or its folder is read-only, or is another user's ({error})"
                ))
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Unwritable(
                "another process has been writing to it for too long: run the same command again".to_owned(),
            ),
            // An error of the device; or the system found one before, and lets nobody write to that disk any more.
            Some(ErrorCode::SystemIoFailure) => Self::Unwritable(format!(
                "the disk fails, or has become read-only ({error}): have it mended, then run the same command again"
            )),
            Some(ErrorCode::NotADatabase) => Self::Unreadable("the file is no ledger".to_owned()),
            Some(ErrorCode::DatabaseCorrupt) => Self::Unreadable(format!("the ledger is damaged ({error})")),
            Some(_) => Self::Unwritable(error.to_string()),
            // Not SQLite's own: a value that is not of the kind it should be.
            None => damaged(error),
        }
    }
}

/// The file that staged rows go to cannot be written, or read again.
pub(super) fn unstaged(error: &std::io::Error) -> LedgerError {
    match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => full(),
        _ => LedgerError::Unwritable(format!(
            "the rows of a plan cannot be laid down beside it: {error}"
        )),
    }
}

fn full() -> LedgerError {
    LedgerError::Unwritable("the disk is full: make room, then run the same command again".to_owned())
}

/// What stands in the ledger is nothing that was ever written there.
pub(super) fn damaged(what: impl std::fmt::Display) -> LedgerError {
    LedgerError::Unreadable(format!("the ledger is damaged ({what})"))
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;

    #[test]
    fn a_full_disk_and_a_read_only_file_are_told_as_such() {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("CREATE TABLE t (x BLOB)").unwrap();
        connection.pragma_update(None, "max_page_count", 3).unwrap();
        let full = connection.execute("INSERT INTO t VALUES (zeroblob(100000))", []);
        assert_eq!(
            LedgerError::from(full.unwrap_err()).to_string(),
            "the ledger cannot be written: the disk is full: make room, then run the same command again"
        );
        connection.pragma_update(None, "query_only", true).unwrap();
        let locked = connection.execute("INSERT INTO t VALUES (1)", []).unwrap_err();
        let told = LedgerError::from(locked).to_string();
        assert!(
            told.starts_with("the ledger cannot be written: the file or its folder is read-only"),
            "{told}"
        );
    }
}
