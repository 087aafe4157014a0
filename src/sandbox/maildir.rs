//! Messages as files.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use uuid::Uuid;

/// A Maildir: a message is written to `tmp` and moved to `new` when it is whole.
///
/// Names are a number that grows, also from one sandbox to the next, and a mark of the sandbox; so they sort as they came and never clash.
#[derive(Debug)]
pub(super) struct Maildir {
    folder: PathBuf,
    mark: String,
    next: AtomicU64,
}

impl Maildir {
    /// Opens the folder and makes what is missing.
    pub(super) fn open(folder: PathBuf) -> io::Result<Self> {
        let mut last = 0;
        for part in ["tmp", "new", "cur"] {
            let part = folder.join(part);
            fs::create_dir_all(&part)?;
            for entry in fs::read_dir(part)? {
                last = last.max(number(&entry?.file_name().to_string_lossy()));
            }
        }
        let mark = Uuid::new_v4().simple().to_string()[..8].to_owned();
        Ok(Self {
            folder,
            mark,
            next: AtomicU64::new(last + 1),
        })
    }

    /// Keeps one message for one recipient. The file is there, whole, when this returns.
    pub(super) fn keep(&self, return_path: &str, delivered_to: &str, message: &[u8]) -> io::Result<()> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let name = format!("{number:010}.{}.sandbox", self.mark);
        let draft = self.folder.join("tmp").join(&name);
        write(&draft, return_path, delivered_to, message)
            .and_then(|()| fs::rename(&draft, self.folder.join("new").join(&name)))
            .inspect_err(|_| {
                // What is left of it is of no use; the error that counts is the first.
                let _ = fs::remove_file(&draft);
            })
    }
}

fn write(path: &Path, return_path: &str, delivered_to: &str, message: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    let fields = format!("Return-Path: <{return_path}>\r\nDelivered-To: {delivered_to}\r\n");
    file.write_all(fields.as_bytes())?;
    file.write_all(message)
}

/// The number that a name of ours begins with; 0 for others.
fn number(name: &str) -> u64 {
    let digits = name.split('.').next().unwrap_or_default();
    digits.parse().unwrap_or(0)
}
