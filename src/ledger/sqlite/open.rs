//! Making a ledger, and opening one.

use std::path::Path;

use rusqlite::{Connection, ErrorCode, OpenFlags};
use uuid::Uuid;

use super::configure::configure;
use super::fault::damaged;
use super::lock::Lock;
use super::{LedgerKey, SqliteEngine, schema};
use crate::ledger::LedgerError;

impl SqliteEngine {
    /// Makes a ledger, with its folder (0700) where there is none, as a file (0600) that is there whole or not at all. Fails where something is at that place.
    pub fn create(path: &Path, key: LedgerKey) -> Result<Self, LedgerError> {
        let unwritable =
            |error: &std::io::Error| LedgerError::Unwritable(format!("`{}`: {error}", path.display()));
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        make_folder(folder).map_err(|error| unwritable(&error))?;
        // Temporary files are made 0600, and SQLite gives its log the ledger's own permissions.
        let file = tempfile::NamedTempFile::new_in(folder).map_err(|error| unwritable(&error))?;
        let mut connection = Connection::open_with_flags(file.path(), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        connection.pragma_update(None, "application_id", schema::APPLICATION_ID)?;
        schema::migrate(&mut connection)?;
        let uuid = Uuid::new_v4();
        connection.execute(
            "INSERT INTO ledger (uuid, key, key_check) VALUES (?1, ?2, ?3)",
            [&uuid.to_string(), &key.id, &key.check(uuid)],
        )?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.close().map_err(|(_, error)| error)?;
        file.as_file().sync_all().map_err(|error| unwritable(&error))?;
        file.persist_noclobber(path)
            .map_err(|error| unwritable(&error.error))?;
        if cfg!(unix) {
            // The new name is durable only once the folder is.
            let folder = std::fs::File::open(folder).map_err(|error| unwritable(&error))?;
            folder.sync_all().map_err(|error| unwritable(&error))?;
        }
        Self::open(path, key)
    }

    /// Opens a ledger that exists, whoever else has it open. One of an earlier format is brought up to date; one of a later is refused, and so is one
    /// that was made with another key.
    pub fn open(path: &Path, key: LedgerKey) -> Result<Self, LedgerError> {
        let shown = path.display();
        // A relative path and a link must not make a second lock for the same ledger.
        let whole = match path.canonicalize() {
            Ok(whole) => whole,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(LedgerError::Missing(shown.to_string()));
            }
            Err(error) => {
                return Err(LedgerError::Unreadable(format!(
                    "`{shown}` cannot be read: {error}"
                )));
            }
        };
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(&whole, flags)
            .map_err(|error| LedgerError::Unreadable(format!("`{shown}` cannot be read: {error}")))?;
        connection.set_prepared_statement_cache_capacity(64);
        let (application, version) =
            format_of(&connection).map_err(|error| match error.sqlite_error_code() {
                Some(ErrorCode::NotADatabase) => {
                    LedgerError::Unreadable(format!("`{shown}` is no ledger of digest's"))
                }
                // SQLite needs a file beside it, even to read.
                Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly) => LedgerError::from(error),
                _ => LedgerError::Unreadable(format!("`{shown}` cannot be read: {error}")),
            })?;
        if application != schema::APPLICATION_ID {
            return Err(LedgerError::Unreadable(format!(
                "`{shown}` is no ledger of digest's"
            )));
        }
        if version > schema::VERSION {
            return Err(LedgerError::Unreadable(format!(
                "`{shown}` was written by a later version of digest: its format is {version}, and this version knows those up to {}",
                schema::VERSION
            )));
        }
        configure(&connection)?;
        if version < schema::VERSION {
            // A send by an earlier version must not find other tables from one commit to the next.
            let lock = Lock::for_a_moment(&whole, "bringing the ledger up to date")?;
            schema::migrate(&mut connection)?;
            drop(lock);
        }
        let identity = identity(&connection, &key, &shown.to_string())?;
        Ok(Self {
            connection,
            path: whole,
            identity,
            hash: key.hash,
            sending: None,
        })
    }
}

/// Whose ledger it is: its own identity, and whether the key is the one it was made with.
fn identity(connection: &Connection, key: &LedgerKey, shown: &str) -> Result<Uuid, LedgerError> {
    let stored = connection.query_row("SELECT uuid, key, key_check FROM ledger", [], |row| {
        Ok((row.get::<_, String>(0)?, row.get(1)?, row.get::<_, String>(2)?))
    });
    let (uuid, made_with, check) = stored?;
    let uuid = Uuid::parse_str(&uuid).map_err(damaged)?;
    if check == key.check(uuid) {
        Ok(uuid)
    } else {
        Err(LedgerError::OtherKey {
            ledger: shown.to_owned(),
            made_with,
            given: key.id.clone(),
        })
    }
}

fn format_of(connection: &Connection) -> rusqlite::Result<(i64, i64)> {
    Ok((
        connection.query_row("PRAGMA application_id", [], |row| row.get(0))?,
        connection.query_row("PRAGMA user_version", [], |row| row.get(0))?,
    ))
}

fn make_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder)
}
