//! The rows of the lists, laid down for a plan.

use std::collections::HashSet;

use rusqlite::{Connection, params};

use super::AddressHash;
use super::decide::FORGOTTEN;
use super::fault::damaged;
use crate::ledger::{LedgerError, Recipient, Standing};

/// Lays rows down, in order. `lists` grows by the names that are new.
pub(super) fn stage(
    connection: &mut Connection,
    lists: &mut Vec<String>,
    rows: &[Recipient],
) -> Result<(), LedgerError> {
    let chunk = connection.transaction()?;
    let mut known = lists.clone();
    {
        let mut insert = chunk.prepare_cached(
            "INSERT INTO temp.staged (address, mail_to, list, standing, reason, profile) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        for row in rows {
            let (standing, reason) = stored(&row.standing);
            let profile = serde_json::to_string(&row.profile).map_err(damaged)?;
            let list = position(&mut known, &row.list)?;
            insert.execute(params![
                row.canonical.as_str(),
                row.mail_to,
                list,
                standing,
                reason,
                profile
            ])?;
        }
    }
    chunk.commit()?;
    *lists = known;
    Ok(())
}

/// The standing of a staged row.
pub(super) fn standing(number: i64, reason: Option<String>) -> Standing {
    let reason = reason.unwrap_or_default();
    match number {
        0 => Standing::Wanted,
        1 => Standing::Suppressed(reason),
        _ => Standing::Unusable(reason),
    }
}

/// Takes the address and the fields off every staged row whose person was forgotten, so that nothing of them enters the ledger again: what is left
/// has the name that `forget` gave to their rows. Only this needs the keyed hash of each address, and only where someone was forgotten.
pub(super) fn veil_forgotten(
    connection: &Connection,
    publication: &str,
    hash: &AddressHash,
) -> rusqlite::Result<()> {
    let forgotten = connection
        .prepare_cached("SELECT hash FROM suppression WHERE publication = ?1 AND address IS NULL")?
        .query_map([publication], |row| row.get::<_, String>(0))?
        .collect::<rusqlite::Result<HashSet<_>>>()?;
    if forgotten.is_empty() {
        return Ok(());
    }
    let mut found = Vec::new();
    {
        let mut staged = connection.prepare_cached("SELECT seq, address FROM temp.staged")?;
        let mut rows = staged.query([])?;
        while let Some(row) = rows.next()? {
            let hash = hash(row.get_ref(1)?.as_str()?);
            if forgotten.contains(&hash) {
                found.push((row.get::<_, i64>(0)?, hash));
            }
        }
    }
    let mut veil = connection.prepare_cached(
        "UPDATE temp.staged SET address = ?2, mail_to = '', standing = 1, reason = 'forgotten', profile = '{\"email\":\"\",\"name\":\"\",\"language\":null,\"tags\":[],\"fields\":{}}' WHERE seq = ?1",
    )?;
    for (seq, hash) in found {
        veil.execute(params![seq, format!("{FORGOTTEN}{hash}")])?;
    }
    Ok(())
}

fn stored(standing: &Standing) -> (i64, Option<&str>) {
    match standing {
        Standing::Wanted => (0, None),
        Standing::Suppressed(reason) => (1, Some(reason)),
        Standing::Unusable(reason) => (2, Some(reason)),
    }
}

fn position(lists: &mut Vec<String>, name: &str) -> Result<u32, LedgerError> {
    let at = lists.iter().position(|list| list == name).unwrap_or_else(|| {
        lists.push(name.to_owned());
        lists.len() - 1
    });
    u32::try_from(at).map_err(damaged)
}
