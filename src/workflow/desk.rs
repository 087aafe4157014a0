//! Where a publication's sends are kept: for real, or for the sandbox.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::TempDir;

use crate::foundation::{Environment, Failure, Key, Keyring};
use crate::ledger::{AddressHash, LedgerError, LedgerKey, SqliteEngine};
use crate::publication::Publication;

use super::secrets;

/// A ledger and the key that goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Desk {
    /// The real one.
    Live,
    /// The rehearsal's: made when first used, and free to be deleted.
    Sandbox,
}

impl Desk {
    /// The ledger's file.
    pub fn ledger_path(self, publication: &Publication) -> PathBuf {
        match self {
            Self::Live => publication.ledger_path(),
            Self::Sandbox => sandbox_folder(publication).join("ledger.db"),
        }
    }

    /// The Maildir that the sandbox's mail goes to.
    pub fn maildir(publication: &Publication) -> PathBuf {
        sandbox_folder(publication).join("Maildir")
    }

    /// The keys. A real ledger's is never made silently: it comes with the ledger.
    pub fn keys(self, publication: &Publication, environment: &Environment) -> Result<Keyring, Failure> {
        match self {
            Self::Sandbox => {
                secrets::keys_made_where_missing(publication, &sandbox_folder(publication).join("key"))
            }
            Self::Live => secrets::keys(publication, environment)?.ok_or_else(no_key),
        }
    }

    /// Opens the ledger that is there.
    pub fn open_ledger(
        self,
        publication: &Publication,
        environment: &Environment,
    ) -> Result<SqliteEngine, Failure> {
        let path = self.ledger_path(publication);
        if !path.exists() {
            return Err(no_ledger(publication, &path));
        }
        let keys = self.keys(publication, environment)?;
        SqliteEngine::open(&path, ledger_key(keys.founding())).map_err(|error| ledger_failure(&error))
    }

    /// Opens a copy of a ledger that lies where nothing can be written, to look at.
    pub(super) fn open_copy(
        self,
        publication: &Publication,
        environment: &Environment,
    ) -> Result<(SqliteEngine, TempDir), Failure> {
        let keys = self.keys(publication, environment)?;
        let path = self.ledger_path(publication);
        SqliteEngine::open_copy(&path, ledger_key(keys.founding())).map_err(|error| ledger_failure(&error))
    }

    /// Opens the ledger, and makes it first where it is missing; a real one's key with it.
    pub fn open_or_make_ledger(
        self,
        publication: &Publication,
        environment: &Environment,
    ) -> Result<SqliteEngine, Failure> {
        let path = self.ledger_path(publication);
        if path.exists() {
            return self.open_ledger(publication, environment);
        }
        if self == Self::Live && secrets::keys(publication, environment)?.is_none() {
            secrets::keys_made_where_missing(publication, &publication.state_folder().join("key"))?;
        }
        let keys = self.keys(publication, environment)?;
        SqliteEngine::create(&path, ledger_key(keys.founding())).map_err(|error| ledger_failure(&error))
    }
}

fn ledger_key(key: &Key) -> LedgerKey {
    LedgerKey {
        id: key.id().to_owned(),
        hash: address_hash(key.clone()),
    }
}

/// The keyed hash by which a forgotten address is known.
pub(super) fn address_hash(key: Key) -> AddressHash {
    Arc::new(move |address| {
        let mac = key.mac("suppression", &[address]);
        mac.iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<Vec<_>>()
            .concat()
    })
}

/// A ledger's error as a person is told it.
pub(super) fn ledger_failure(error: &LedgerError) -> Failure {
    let failure = Failure::new(error.to_string());
    match error {
        LedgerError::Missing(_) => failure.hinted("`digest init` makes one with the publication"),
        LedgerError::Held(holder) => Failure::again(error.to_string()).hinted(format!(
            "wait until it ends, or stop process {} on {}",
            holder.pid, holder.host
        )),
        LedgerError::OtherKey { .. } => failure
            .hinted("bring back the key it was made with: `DIGEST_KEY` if that is set, or else the file `.digest/key` (the sandbox has its own, `.digest/sandbox/key`)")
            .hinted("where there are several keys, the ledger's own stands last")
            .hinted("with another key, readers could not unsubscribe by the mail they have, and who asked to be forgotten would be known no more"),
        LedgerError::Unreadable(_) => failure
            .hinted("do not delete it: it alone knows who has which issue. A backup older than the last send would mail people again"),
        LedgerError::Unwritable(_) => Failure::again(error.to_string()).hinted(
            "make room or give write permission, then run the same command again: it continues where it stopped",
        ),
    }
}

fn sandbox_folder(publication: &Publication) -> PathBuf {
    publication.state_folder().join("sandbox")
}

fn no_ledger(publication: &Publication, path: &Path) -> Failure {
    Failure::new(format!(
        "there is no ledger at `{}`",
        publication.shown(path).display()
    ))
    .hinted("if this publication was sent from another machine or clone, bring its `.digest` folder here")
    .hinted("if it never sent anything, `digest send --new-ledger` makes one")
}

fn no_key() -> Failure {
    Failure::new("the publication has no key, so copies could carry no unsubscribe token")
        .hinted("bring `.digest/key` from where the ledger was made, or set `DIGEST_KEY`")
        .hinted("for a publication that never sent anything, `digest send --new-ledger` makes both")
}
