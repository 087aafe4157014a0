//! Forgotten people among the staged rows.

use std::collections::HashSet;

use rusqlite::Connection;

use super::AddressHash;
use super::decide::FORGOTTEN;
use super::fault::unstaged;
use crate::foundation::CanonicalAddress;
use crate::ledger::staged::StagedRows;
use crate::ledger::{LedgerError, Recipient, Recipients, Run, Standing};
use crate::subscriber::Profile;

/// Takes the address and the fields off every staged row whose person was forgotten, so that nothing of them enters the ledger again: what is left
/// has the name that `forget` gave to their rows. Only this needs the keyed hash of each address, and only where someone was forgotten.
pub(super) fn veil_forgotten(
    connection: &Connection,
    run: Run,
    staged: &mut StagedRows,
    hash: &AddressHash,
) -> Result<(), LedgerError> {
    let forgotten = connection
        .prepare_cached(
            "SELECT hash FROM suppression WHERE address IS NULL AND publication = (SELECT publication FROM issue WHERE id = ?1)",
        )?
        .query_map([run.0], |row| row.get::<_, String>(0))?
        .collect::<rusqlite::Result<HashSet<_>>>()?;
    if forgotten.is_empty() {
        return Ok(());
    }
    let lists = staged.lists().to_vec();
    let mut veiled = Recipients::default();
    let mut names = Vec::new();
    let mut rows = staged.sorted().map_err(|error| unstaged(&error))?;
    while let Some((address, row)) = rows.next().map_err(|error| unstaged(&error))? {
        let hash = hash(&address);
        if forgotten.contains(&hash) {
            veiled
                .push(&nobody(&hash, &lists[row.list]))
                .map_err(|error| unstaged(&error))?;
            names.push(address);
        }
    }
    drop(rows);
    for name in names {
        staged.leave_out(name);
    }
    staged.extend(&veiled).map_err(|error| unstaged(&error))
}

/// What is left of the row of a person with this hash.
fn nobody(hash: &str, list: &str) -> Recipient {
    Recipient {
        canonical: CanonicalAddress::stored(format!("{FORGOTTEN}{hash}")),
        mail_to: String::new(),
        list: list.to_owned(),
        profile: Profile::default(),
        standing: Standing::Suppressed("forgotten".to_owned()),
    }
}
