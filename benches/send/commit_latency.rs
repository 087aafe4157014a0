//! How long the disk takes to keep what it is given.

use std::error::Error;
use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use rusqlite::Connection;

use crate::measuring::median;
use crate::sink::now;

/// How often it is measured.
const TIMES: usize = 300;
/// How many bytes are appended at once: a page.
const APPENDED: usize = 4_096;
/// How many rows one commit changes: an intent and an outcome for half of 32 connections.
const ROWS: u32 = 32;
/// How many rows the table has.
const TABLE: u32 = 20_000;

/// How long the disk is left alone between two appends while somebody else is measured.
const PAUSE: Duration = Duration::from_millis(100);

/// What the disk takes while nothing is sent, in seconds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CommitLatency {
    /// To keep a page at the end of a file (`fdatasync`).
    pub(crate) append: f64,
    /// To commit 32 changed rows in `SQLite`, its write-ahead log synchronised: what the ledger does.
    pub(crate) commit: f64,
}

impl CommitLatency {
    /// Measures in a folder; both are medians.
    pub(crate) fn of(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let folder = tempfile::tempdir_in(folder)?;
        Ok(Self {
            append: append(folder.path())?,
            commit: commit(folder.path())?,
        })
    }
}

/// Does something, and measures meanwhile how long the disk takes to keep a page at the end of a file in a folder; the median, in seconds.
pub(crate) fn while_appending<T>(
    folder: &Path,
    act: impl FnOnce() -> Result<T, Box<dyn Error>>,
) -> Result<(T, f64), Box<dyn Error>> {
    let folder = tempfile::tempdir_in(folder)?;
    let mut file = File::create(folder.path().join("appended"))?;
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let appending = scope.spawn(|| {
            let mut times = Vec::new();
            while !done.load(Ordering::Relaxed) {
                let start = now();
                append_page(&mut file)?;
                times.push(now().duration_since(start).as_secs_f64());
                thread::park_timeout(PAUSE);
            }
            io::Result::Ok(times)
        });
        let result = act();
        done.store(true, Ordering::Relaxed);
        appending.thread().unpark();
        let times = appending.join().map_err(|_| "the disk was not measured")??;
        Ok((result?, median(times)))
    })
}

fn append(folder: &Path) -> Result<f64, Box<dyn Error>> {
    let mut file = File::create(folder.join("appended"))?;
    median_of(|_| Ok(append_page(&mut file)?))
}

fn append_page(file: &mut File) -> io::Result<()> {
    file.write_all(&[b'p'; APPENDED])?;
    file.sync_data()
}

fn commit(folder: &Path) -> Result<f64, Box<dyn Error>> {
    let mut connection = Connection::open(folder.join("committed.db"))?;
    connection.execute_batch(&format!(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE row (id INTEGER PRIMARY KEY, state INTEGER, said TEXT);
         WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {TABLE})
         INSERT INTO row SELECT n, 0, '250 2.0.0 accepted' FROM number;"
    ))?;
    median_of(|turn| {
        let transaction = connection.transaction()?;
        let first = u32::try_from(turn)? * ROWS;
        for row in first..first + ROWS {
            let changed = "UPDATE row SET state = state + 1 WHERE id = ?1 + 1";
            transaction.prepare_cached(changed)?.execute([row % TABLE])?;
        }
        Ok(transaction.commit()?)
    })
}

fn median_of(mut act: impl FnMut(usize) -> Result<(), Box<dyn Error>>) -> Result<f64, Box<dyn Error>> {
    let times: Result<Vec<f64>, Box<dyn Error>> = (0..TIMES)
        .map(|turn| {
            let start = now();
            act(turn)?;
            Ok(now().duration_since(start).as_secs_f64())
        })
        .collect();
    Ok(median(times?))
}
