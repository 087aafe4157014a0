//! One sender at a time: a lock of the operating system on a file beside the ledger.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

use crate::ledger::{Holder, LedgerError};

/// How often to look again when the lock is taken but nobody has signed it yet: between taking and signing lie microseconds.
const LOOKS: u32 = 1000;

/// The lock, held. It ends with its process, however that ends; the file stays, since removing it would let two processes lock two files of one name.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    holder: Holder,
}

impl Lock {
    /// Takes the lock of a ledger, which lies beside it.
    pub(super) fn of(ledger: &Path, holder: &Holder) -> Result<Self, LedgerError> {
        let mut name = ledger.as_os_str().to_owned();
        name.push(".lock");
        Self::take(Path::new(&name), holder)
    }

    /// Takes the lock and signs it, or tells who holds it.
    /// The same, for a moment's work.
    pub(super) fn for_a_moment(ledger: &Path, task: &str) -> Result<Self, LedgerError> {
        let holder = Holder {
            pid: std::process::id(),
            host: "this machine".to_owned(),
            since: "a moment ago".to_owned(),
            task: task.to_owned(),
        };
        Self::of(ledger, &holder)
    }

    fn take(path: &Path, holder: &Holder) -> Result<Self, LedgerError> {
        let mut file = lock_file(path).map_err(|error| unusable(path, &error))?;
        for _ in 0..LOOKS {
            match file.try_lock() {
                Ok(()) => return Self::sign(file, holder).map_err(|error| unusable(path, &error)),
                Err(TryLockError::Error(error)) => return Err(unusable(path, &error)),
                Err(TryLockError::WouldBlock) => {}
            }
            if let Some(other) = signature(&mut file) {
                return Err(LedgerError::Held(other));
            }
            std::thread::yield_now();
        }
        Err(LedgerError::Held(Holder {
            pid: 0,
            host: "an unknown machine".to_owned(),
            since: "an unknown time".to_owned(),
            task: "unknown".to_owned(),
        }))
    }

    /// Who holds it.
    pub(super) fn holder(&self) -> &Holder {
        &self.holder
    }

    fn sign(mut file: File, holder: &Holder) -> std::io::Result<Self> {
        file.set_len(0)?;
        file.rewind()?;
        file.write_all(serde_json::to_string(holder)?.as_bytes())?;
        Ok(Self {
            file,
            holder: holder.clone(),
        })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A signature that stays is no harm: only the lock counts.
        let _ = self.file.set_len(0);
        let _ = self.file.unlock();
    }
}

fn lock_file(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

fn signature(file: &mut File) -> Option<Holder> {
    let mut text = String::new();
    file.rewind().ok()?;
    file.read_to_string(&mut text).ok()?;
    serde_json::from_str(&text).ok()
}

fn unusable(path: &Path, error: &std::io::Error) -> LedgerError {
    LedgerError::Unwritable(format!("`{}` cannot be locked: {error}", path.display()))
}
