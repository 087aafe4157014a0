//! Tests of `subscriber`.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use digest_cli::foundation::Failure;
use digest_cli::subscriber::{List, Row, Subscriber};

mod abreast;
mod csv;
mod edit;
mod hostile;
mod yaml;

/// A file of that name in a folder that goes with the first value.
fn file(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    File::create(&path)
        .and_then(|mut file| file.write_all(bytes))
        .expect("a file");
    (folder, path)
}

fn open(name: &str, bytes: &[u8]) -> Result<List, Failure> {
    let (_folder, path) = file(name, bytes);
    List::read(&path, &Path::new("subscribers").join(name))
}

fn rows(name: &str, bytes: &[u8]) -> Vec<Row> {
    let list = open(name, bytes).expect("a list");
    list.collect::<Result<_, _>>().expect("a readable file")
}

fn csv_rows(text: impl AsRef<[u8]>) -> Vec<Row> {
    rows("weekly.csv", text.as_ref())
}

fn people(rows: &[Row]) -> Vec<&Subscriber> {
    let usable = rows.iter().filter_map(|row| match row {
        Row::Usable { subscriber, .. } => Some(subscriber),
        Row::Unusable { .. } => None,
    });
    usable.collect()
}

/// Line, address or what stands there, reason.
fn told(rows: &[Row]) -> Vec<(usize, &str, &str)> {
    let told = rows.iter().map(|row| match row {
        Row::Usable { line, subscriber } => (*line, subscriber.address.written(), ""),
        Row::Unusable {
            line,
            written,
            reason,
        } => (*line, written.as_str(), reason.as_str()),
    });
    told.collect()
}

fn complaint(name: &str, text: impl AsRef<[u8]>) -> (String, String) {
    let failure = open(name, text.as_ref()).expect_err("no list");
    (failure.message, failure.hints.concat())
}
