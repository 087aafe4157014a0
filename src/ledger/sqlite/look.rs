//! A ledger that cannot be written, looked at.

use std::ffi::OsString;
use std::path::Path;

use tempfile::TempDir;

use super::lock::Lock;
use super::{LedgerKey, SqliteEngine};
use crate::ledger::LedgerError;

impl SqliteEngine {
    /// Opens a copy of a ledger that lies where nothing can be written: SQLite needs a file beside it even to read. The copy is gone with the folder that is returned. Refused
    /// for a ledger that someone is sending from: its copy would be torn, and would call what is under way in doubt.
    pub fn open_copy(path: &Path, key: LedgerKey) -> Result<(Self, TempDir), LedgerError> {
        if let Err(held @ LedgerError::Held(_)) = Lock::for_a_moment(path, "copying the ledger") {
            return Err(held);
        }
        let folder = tempfile::tempdir().map_err(|error| unreadable(path, &error))?;
        let copy = folder.path().join("ledger.db");
        std::fs::copy(path, &copy).map_err(|error| unreadable(path, &error))?;
        let log = log_of(path);
        if Path::new(&log).exists() {
            std::fs::copy(&log, log_of(&copy)).map_err(|error| unreadable(path, &error))?;
        }
        make_writable(&copy).map_err(|error| unreadable(path, &error))?;
        Ok((Self::open(&copy, key)?, folder))
    }
}

/// A copy has the permissions of what it was copied from.
fn make_writable(copy: &Path) -> std::io::Result<()> {
    for file in [copy.as_os_str().to_owned(), log_of(copy)] {
        let file = Path::new(&file);
        if file.exists() {
            let mut permissions = std::fs::metadata(file)?.permissions();
            #[cfg(unix)]
            std::os::unix::fs::PermissionsExt::set_mode(&mut permissions, 0o600);
            #[cfg(not(unix))]
            permissions.set_readonly(false);
            std::fs::set_permissions(file, permissions)?;
        }
    }
    Ok(())
}

fn log_of(path: &Path) -> OsString {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    name
}

fn unreadable(path: &Path, error: &std::io::Error) -> LedgerError {
    LedgerError::Unreadable(format!("`{}` cannot be read: {error}", path.display()))
}
