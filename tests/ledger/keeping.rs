//! The file, the lock, and what survives.

use std::fs;
use std::sync::Arc;

use digest_cli::ledger::{Engine, LedgerError, LedgerKey, RowState, SqliteEngine};
use rusqlite::Connection;

use super::fixture::{Desk, accepted, hash_of, holder, issue, key, wanted};

#[test]
fn a_ledger_is_made_once_and_never_by_opening() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("state/ledger.db");
    let missing = SqliteEngine::open(&path, key()).unwrap_err();
    assert_eq!(missing, LedgerError::Missing(path.display().to_string()));
    assert!(!path.exists());
    let made = SqliteEngine::create(&path, key()).unwrap().identity();
    assert_eq!(SqliteEngine::open(&path, key()).unwrap().identity(), made);
    assert!(matches!(
        SqliteEngine::create(&path, key()),
        Err(LedgerError::Unwritable(_))
    ));
    assert_eq!(
        SqliteEngine::open(&path, key()).unwrap().identity(),
        made,
        "what was there is untouched"
    );
    let names: Vec<_> = fs::read_dir(path.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["ledger.db"], "nothing else is left lying about");
}

#[cfg(unix)]
#[test]
fn a_ledger_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;

    let mut desk = Desk::new();
    desk.plan(&[wanted("weekly", "anna@example.org")]);
    let mode = |name: &str| {
        let path = desk.path().with_file_name(name);
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    };
    assert_eq!(mode("."), 0o700);
    for name in ["ledger.db", "ledger.db-wal", "ledger.db-shm", "ledger.db.lock"] {
        assert_eq!(mode(name), 0o600, "{name}");
    }
}

#[test]
fn a_ledger_opens_only_with_the_key_it_was_made_with() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.db");
    drop(SqliteEngine::create(&path, key()).unwrap());
    let told = |id: &str| {
        let other = LedgerKey {
            id: id.to_owned(),
            hash: Arc::new(|address: &str| hash_of(&format!("other {address}"))),
        };
        let error = SqliteEngine::open(&path, other).unwrap_err().to_string();
        error.replace(&path.display().to_string(), "ledger.db")
    };
    assert_eq!(
        told("k2"),
        "the ledger `ledger.db` was made with another key: with `k1`, and the one here is `k2`"
    );
    assert_eq!(
        told("k1"),
        "the ledger `ledger.db` was made with another key, although its id is `k1` too"
    );
    assert!(SqliteEngine::open(&path, key()).is_ok());
}

#[test]
fn a_file_that_is_no_ledger_is_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.db");
    let told = || match SqliteEngine::open(&path, key()).unwrap_err() {
        LedgerError::Unreadable(message) => message,
        other => panic!("{other:?}"),
    };
    let no_ledger = format!("`{}` is no ledger of digest's", path.display());
    for content in ["", "not a database at all ".repeat(400).as_str()] {
        digest_cli::foundation::replace(&path, content.as_bytes()).unwrap();
        assert_eq!(told(), no_ledger);
    }
    fs::remove_file(&path).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE bookmarks (url TEXT)").unwrap();
    drop(other);
    assert_eq!(told(), no_ledger);
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert!(told().contains("cannot be read"), "{}", told());
}

#[test]
fn a_ledger_of_a_later_version_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.db");
    drop(SqliteEngine::create(&path, key()).unwrap());
    let file = Connection::open(&path).unwrap();
    file.pragma_update(None, "user_version", 99).unwrap();
    drop(file);
    let refused = SqliteEngine::open(&path, key()).unwrap_err();
    let message = format!(
        "`{}` was written by a later version of digest: its format is 99, and this version knows those up to 3",
        path.display()
    );
    assert_eq!(refused, LedgerError::Unreadable(message));
}

#[test]
fn one_process_sends_and_the_other_learns_who() {
    let mut desk = Desk::new();
    let mut second = SqliteEngine::open(&desk.path(), key()).unwrap();
    let held = second.open(&issue(), &holder(), desk.now).unwrap_err();
    assert_eq!(held, LedgerError::Held(holder()));
    assert_eq!(
        held.to_string(),
        "the ledger is held by process 4711 on desk.example.org since 2026-02-05T08:00:00Z (send 2026-02-05-first)"
    );
    assert_eq!(second.recover(desk.now).unwrap(), Some(holder()));
    assert_eq!(
        desk.engine.open(&issue(), &holder(), desk.now),
        Err(LedgerError::Held(holder()))
    );
    desk.engine.close(desk.run).unwrap();
    second.open(&issue(), &holder(), desk.now).unwrap();
}

#[test]
fn a_signature_of_a_process_that_died_is_no_obstacle() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.db");
    let mut engine = SqliteEngine::create(&path, key()).unwrap();
    let signature = serde_json::to_string(&holder()).unwrap();
    digest_cli::foundation::create_new(&folder.path().join("ledger.db.lock"), signature.as_bytes()).unwrap();
    assert_eq!(engine.recover(jiff::Timestamp::UNIX_EPOCH).unwrap(), None);
    engine
        .open(&issue(), &holder(), jiff::Timestamp::UNIX_EPOCH)
        .unwrap();
}

#[cfg(unix)]
#[test]
fn a_link_to_a_ledger_does_not_get_around_its_lock() {
    let desk = Desk::new();
    let link = desk.folder.path().join("link.db");
    std::os::unix::fs::symlink(desk.path(), &link).unwrap();
    let mut second = SqliteEngine::open(&link, key()).unwrap();
    assert_eq!(
        second.open(&issue(), &holder(), desk.now),
        Err(LedgerError::Held(holder()))
    );
}

#[test]
fn others_read_while_one_sends() {
    let mut desk = Desk::new();
    desk.plan(&[
        wanted("weekly", "anna@example.org"),
        wanted("weekly", "boris@example.org"),
    ]);
    let mut reader = SqliteEngine::open(&desk.path(), key()).unwrap();
    assert_eq!(reader.counts(&issue()).unwrap()[&RowState::Planned], 2);
    desk.send_one(accepted());
    assert_eq!(reader.counts(&issue()).unwrap()[&RowState::Accepted], 1);
}

#[test]
fn what_was_committed_outlives_a_program_that_ends_in_the_middle() {
    let mut desk = Desk::new();
    desk.plan(&[
        wanted("weekly", "anna@example.org"),
        wanted("weekly", "boris@example.org"),
    ]);
    desk.send_one(accepted());
    let attempt = desk.claim(1)[0].attempt;
    assert!(desk.intend(attempt));
    // As the disk is at this moment: the ledger and its log, of which nothing was moved into the ledger.
    let elsewhere = tempfile::tempdir().unwrap();
    for name in ["ledger.db", "ledger.db-wal"] {
        fs::copy(desk.path().with_file_name(name), elsewhere.path().join(name)).unwrap();
    }
    let mut found = SqliteEngine::open(&elsewhere.path().join("ledger.db"), key()).unwrap();
    found.open(&issue(), &holder(), desk.now).unwrap();
    let counts = found.counts(&issue()).unwrap();
    assert_eq!((counts[&RowState::Accepted], counts[&RowState::InDoubt]), (1, 1));
}

#[test]
fn a_log_that_is_cut_anywhere_leaves_a_ledger_that_opens() {
    let mut desk = Desk::new();
    desk.plan(&[wanted("weekly", "anna@example.org")]);
    let attempt = desk.claim(1)[0].attempt;
    assert!(desk.intend(attempt));
    let ledger = fs::read(desk.path()).unwrap();
    let log = fs::read(desk.path().with_file_name("ledger.db-wal")).unwrap();
    for part in 0..=16 {
        let elsewhere = tempfile::tempdir().unwrap();
        let path = elsewhere.path().join("ledger.db");
        digest_cli::foundation::create_new(&path, &ledger).unwrap();
        let cut = &log[..log.len() * part / 16];
        digest_cli::foundation::create_new(&path.with_file_name("ledger.db-wal"), cut).unwrap();
        let mut found = SqliteEngine::open(&path, key()).unwrap();
        let rows: u64 = found.counts(&issue()).unwrap().values().sum();
        assert!(rows <= 1);
    }
}

#[test]
fn damage_is_named_and_never_a_panic() {
    let mut desk = Desk::new();
    let rows: Vec<_> = (0..300)
        .map(|n| wanted("weekly", &format!("r{n:03}@example.org")))
        .collect();
    desk.plan(&rows);
    desk.engine.close(desk.run).unwrap();
    let path = desk.path();
    let Desk { engine, folder, .. } = desk;
    drop(engine);
    let whole = fs::read(&path).unwrap();
    for at in (0..whole.len()).step_by(4096 + 97) {
        let mut damaged = whole.clone();
        let end = (at + 64).min(damaged.len());
        damaged[at..end].fill(0xA5);
        let path = folder.path().join("damaged.db");
        digest_cli::foundation::replace(&path, &damaged).unwrap();
        if let Ok(mut engine) = SqliteEngine::open(&path, key()) {
            let _ = engine.counts(&issue());
            let _ = engine.rows(&issue(), &digest_cli::ledger::RowFilter::default(), 0, 1000);
        }
    }
}

#[test]
fn an_older_ledger_is_not_changed_under_a_sender() {
    let desk = Desk::new();
    let file = Connection::open(desk.path()).unwrap();
    file.pragma_update(None, "user_version", 2).unwrap();
    let held = SqliteEngine::open(&desk.path(), key()).unwrap_err();
    assert_eq!(held, LedgerError::Held(holder()));
    let version: i64 = file
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap();
    assert_eq!(version, 2);
}

#[test]
fn a_ledger_that_someone_sends_from_is_not_copied() {
    let desk = Desk::new();
    let held = SqliteEngine::open_copy(&desk.path(), key()).unwrap_err();
    assert_eq!(held, LedgerError::Held(holder()));
    let path = desk.path();
    let Desk { engine, folder, .. } = desk;
    drop(engine);
    assert!(SqliteEngine::open_copy(&path, key()).is_ok());
    drop(folder);
}
