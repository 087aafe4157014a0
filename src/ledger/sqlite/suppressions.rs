//! Who must not get mail.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use super::decide::{Cause, FORGOTTEN};
use super::fault::damaged;
use super::rows::time;
use crate::foundation::CanonicalAddress;
use crate::ledger::{LedgerError, Suppression, SuppressionReason, SuppressionScope};

/// The oldest entry of a hash and scope stays; one that was forgotten stays whatever comes, and keeps later ones from bringing the address back.
const ADD: &str = "INSERT INTO suppression (publication, hash, list, address, reason, since)
    VALUES (?1, ?2, ?3, CASE WHEN EXISTS (SELECT 1 FROM suppression WHERE publication = ?1 AND hash = ?2 AND reason = 'forgotten') THEN NULL ELSE ?4 END, ?5, ?6)
    ON CONFLICT (publication, hash, list) DO UPDATE SET address = excluded.address, reason = excluded.reason, since = excluded.since
    WHERE suppression.reason <> 'forgotten' AND (excluded.reason = 'forgotten' OR excluded.since < suppression.since)";

/// Whom a waiting row belongs to.
const WAITING: &str = "SELECT issue.publication, copy.address, issue.scope = 'live' FROM copy JOIN issue ON issue.id = copy.issue
    WHERE copy.id = ?1 AND copy.state IN (0, 1) AND NOT EXISTS (SELECT 1 FROM intent WHERE intent.copy = ?1)";
/// The entries for an address, those for every list first.
const MET: &str = "SELECT list, reason FROM suppression INDEXED BY suppression_by_address
    WHERE publication = ?1 AND address = ?2 ORDER BY list";
/// What a waiting row's lists are without one of them, or without all; NULL where none is left.
const LEFT: &str = "SELECT (SELECT nullif(json_group_array(value), '[]') FROM json_each(copy.lists) WHERE ?2 <> '' AND value <> ?2)
    FROM copy WHERE id = ?1 AND state IN (0, 1)";

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

/// Lets a row meet the suppressions that came while it did not wait to be sent: [`add`] changes waiting rows alone, and no plan may come before the row is claimed again.
/// One whose person was forgotten meanwhile has no address that anything could be sent to.
pub(super) fn meet(connection: &Connection, id: i64, at: i64) -> rusqlite::Result<()> {
    let waiting = connection.prepare_cached(WAITING)?.query_row([id], |row| {
        Ok((
            row.get::<_, String>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, bool>(2)?,
        ))
    });
    let Some((publication, address, live)) = waiting.optional()? else {
        return Ok(());
    };
    if address.starts_with(FORGOTTEN) {
        return stop(
            connection,
            id,
            Cause::Forgotten,
            SuppressionReason::Forgotten.name(),
            at,
        );
    }
    // A test copy goes to whom a person names.
    if !live {
        return Ok(());
    }
    let entries = connection
        .prepare_cached(MET)?
        .query_map(params![publication, address], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .collect::<rusqlite::Result<Vec<(String, String)>>>()?;
    for (list, reason) in entries {
        narrow(connection, id, &list, &reason, at)?;
    }
    Ok(())
}

/// Rows of the person that wait to be sent lose the list; those left without any are suppressed.
fn apply(connection: &Connection, publication: &str, entry: &Suppression) -> rusqlite::Result<()> {
    let Some(address) = &entry.canonical else {
        return Ok(());
    };
    let rows = connection
        .prepare_cached(
            "SELECT id FROM copy WHERE address = ?2 AND state IN (0, 1) AND NOT EXISTS (SELECT 1 FROM intent WHERE intent.copy = copy.id)
             AND issue IN (SELECT id FROM issue WHERE publication = ?1 AND scope = 'live')",
        )?
        .query_map(params![publication, address.as_str()], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<i64>>>()?;
    for id in rows {
        let (list, at) = (list(&entry.scope), entry.since.as_millisecond());
        narrow(connection, id, list, entry.reason.name(), at)?;
    }
    Ok(())
}

/// Takes a list, or all, off a waiting row; one left without any is suppressed.
fn narrow(connection: &Connection, id: i64, list: &str, reason: &str, at: i64) -> rusqlite::Result<()> {
    let left = connection
        .prepare_cached(LEFT)?
        .query_row(params![id, list], |row| row.get::<_, Option<String>>(0))
        .optional()?;
    match left {
        // Not waiting.
        None => Ok(()),
        Some(None) => stop(connection, id, Cause::Suppression, reason, at),
        Some(Some(lists)) => {
            let mut narrowed = connection.prepare_cached("UPDATE copy SET lists = ?2 WHERE id = ?1")?;
            narrowed.execute(params![id, lists]).map(drop)
        }
    }
}

fn stop(connection: &Connection, id: i64, cause: Cause, reason: &str, at: i64) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "UPDATE copy SET state = 6, cause = ?2, reason = ?3, due = NULL, changed = ?4 WHERE id = ?1",
        )?
        .execute(params![id, cause as u8, reason, at])
        .map(drop)
}

fn list(scope: &SuppressionScope) -> &str {
    match scope {
        SuppressionScope::List(list) => list,
        SuppressionScope::All => "",
    }
}
