//! Who must not get mail.

use rusqlite::{Connection, TransactionBehavior, params};

use super::fault::damaged;
use super::rows::time;
use crate::foundation::CanonicalAddress;
use crate::ledger::{LedgerError, Suppression, SuppressionReason, SuppressionScope};

/// The oldest entry of a hash and scope stays; one that was forgotten stays whatever comes, and keeps later ones from bringing the address back.
const ADD: &str = "INSERT INTO suppression (publication, hash, list, address, reason, since)
    VALUES (?1, ?2, ?3, CASE WHEN EXISTS (SELECT 1 FROM suppression WHERE publication = ?1 AND hash = ?2 AND reason = 'forgotten') THEN NULL ELSE ?4 END, ?5, ?6)
    ON CONFLICT (publication, hash, list) DO UPDATE SET address = excluded.address, reason = excluded.reason, since = excluded.since
    WHERE suppression.reason <> 'forgotten' AND (excluded.reason = 'forgotten' OR excluded.since < suppression.since)";

/// Adds entries, and takes them to heart at once: a send that is under way leaves out whom they name.
pub(super) fn add(
    connection: &mut Connection,
    publication: &str,
    entries: &[Suppression],
) -> Result<(), LedgerError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for entry in entries {
        let address = entry
            .canonical
            .as_ref()
            .filter(|_| entry.reason != SuppressionReason::Forgotten);
        transaction.prepare_cached(ADD)?.execute(params![
            publication,
            entry.hash,
            list(&entry.scope),
            address.map(CanonicalAddress::as_str),
            entry.reason.name(),
            entry.since.as_millisecond()
        ])?;
        apply(&transaction, publication, entry)?;
    }
    transaction.commit()?;
    Ok(())
}

/// Lifts a person's entries for a scope.
pub(super) fn lift(
    connection: &Connection,
    publication: &str,
    hash: &str,
    scope: &SuppressionScope,
) -> Result<u64, LedgerError> {
    let lifted = connection.execute(
        "DELETE FROM suppression WHERE publication = ?1 AND hash = ?2 AND (?3 = '' OR list = ?3) AND reason <> 'forgotten'",
        params![publication, hash, list(scope)],
    )?;
    Ok(lifted as u64)
}

/// Every entry of a publication, oldest first.
pub(super) fn all(connection: &Connection, publication: &str) -> Result<Vec<Suppression>, LedgerError> {
    let mut statement = connection.prepare_cached(
        "SELECT address, hash, list, reason, since FROM suppression WHERE publication = ?1 ORDER BY since, hash, list",
    )?;
    let mut rows = statement.query([publication])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        let address: Option<String> = row.get(0)?;
        let list: String = row.get(2)?;
        let reason: String = row.get(3)?;
        entries.push(Suppression {
            canonical: address.map(CanonicalAddress::stored),
            hash: row.get(1)?,
            scope: if list.is_empty() {
                SuppressionScope::All
            } else {
                SuppressionScope::List(list)
            },
            reason: SuppressionReason::named(&reason).ok_or_else(|| damaged(&reason))?,
            since: time(row.get(4)?)?,
        });
    }
    Ok(entries)
}

/// Rows of the person that wait to be sent lose the list; those left without any are suppressed.
fn apply(connection: &Connection, publication: &str, entry: &Suppression) -> Result<(), LedgerError> {
    let Some(address) = &entry.canonical else {
        return Ok(());
    };
    let mut waiting = connection.prepare_cached(
        "SELECT id, lists FROM copy WHERE address = ?2 AND state IN (0, 1)
         AND issue IN (SELECT id FROM issue WHERE publication = ?1 AND scope = 'live')",
    )?;
    let rows = waiting
        .query_map(params![publication, address.as_str()], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    for (id, lists) in rows {
        let mut remaining: Vec<String> = serde_json::from_str(&lists).map_err(damaged)?;
        remaining.retain(|name| matches!(&entry.scope, SuppressionScope::List(list) if list != name));
        if remaining.is_empty() {
            connection
                .prepare_cached(
                    "UPDATE copy SET state = 6, cause = 2, reason = ?2, due = NULL, changed = ?3 WHERE id = ?1",
                )?
                .execute(params![id, entry.reason.name(), entry.since.as_millisecond()])?;
        } else {
            connection
                .prepare_cached("UPDATE copy SET lists = ?2 WHERE id = ?1")?
                .execute(params![id, serde_json::Value::from(remaining).to_string()])?;
        }
    }
    Ok(())
}

fn list(scope: &SuppressionScope) -> &str {
    match scope {
        SuppressionScope::List(list) => list,
        SuppressionScope::All => "",
    }
}
