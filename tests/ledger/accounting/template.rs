//! A planned ledger, made once and copied for each schedule.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use digest_cli::ledger::{Engine, SqliteEngine};
use digest_cli::publication::Durability;
use tempfile::TempDir;

use crate::ledger::fixture::{holder, issue, key, planned};

/// Who is on the list: `r0@example.org` …
pub(super) const PEOPLE: u8 = 8;

static PLANNED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut desk = planned(PEOPLE);
    desk.engine.close(desk.run).unwrap();
    let path = desk.path();
    drop(desk.engine);
    std::fs::read(path).unwrap()
});

/// A folder for ledgers. In memory where the system has such a place: a million schedules would wear a disk.
pub(super) fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        tempfile::tempdir_in(memory).unwrap()
    } else {
        tempfile::tempdir().unwrap()
    }
}

/// Lays a planned ledger down and returns its path.
pub(super) fn lay_down(folder: &Path) -> PathBuf {
    let path = folder.join("ledger.db");
    File::create(&path).unwrap().write_all(&PLANNED).unwrap();
    path
}

/// Opens it as a send does.
pub(super) fn open(
    path: &Path,
    now: jiff::Timestamp,
    durability: Durability,
) -> (SqliteEngine, digest_cli::ledger::Run) {
    let mut engine = SqliteEngine::open(path, key()).unwrap();
    engine.withstand(durability).unwrap();
    let run = engine.open(&issue(), &holder(), now).unwrap();
    (engine, run)
}
