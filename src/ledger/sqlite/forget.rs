//! A person who asks to be forgotten.

use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior, params};

use super::decide::FORGOTTEN;
use crate::foundation::CanonicalAddress;
use crate::ledger::LedgerError;

/// Rows keep what happened and lose whom it happened to: a relay's answer often repeats the address, so it goes too.
const ROWS: &str = "UPDATE copy SET address = ?3, mail_to = '', reply = NULL, reason = NULL, profile = '{}'
    WHERE address = ?2 AND issue IN (SELECT id FROM issue WHERE publication = ?1)";
/// Nothing more is sent to them. A copy that is under way has an outcome first.
const NOBODY: &str = "UPDATE copy SET state = 6, cause = 8, reason = 'forgotten', due = NULL, changed = ?3
    WHERE address = ?2 AND issue IN (SELECT id FROM issue WHERE publication = ?1) AND state IN (0, 1, 6)
        AND NOT EXISTS (SELECT 1 FROM intent WHERE intent.copy = copy.id)";

/// Erases an address; returns how many rows lost it. What was erased is overwritten (`secure_delete`) and the log that may hold it is emptied.
pub(super) fn forget(
    connection: &mut Connection,
    publication: &str,
    address: &CanonicalAddress,
    hash: &str,
    now: Timestamp,
) -> Result<u64, LedgerError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let name = format!("{FORGOTTEN}{hash}");
    let rows = transaction.execute(ROWS, params![publication, address.as_str(), name])?;
    transaction.execute(NOBODY, params![publication, name, now.as_millisecond()])?;
    transaction.execute(
        "UPDATE suppression SET address = NULL WHERE publication = ?1 AND (address = ?2 OR hash = ?3)",
        params![publication, address.as_str(), hash],
    )?;
    transaction.execute(
        "INSERT INTO suppression (publication, hash, list, reason, since) VALUES (?1, ?2, '', 'forgotten', ?3)
         ON CONFLICT (publication, hash, list) DO UPDATE SET reason = excluded.reason, since = excluded.since
         WHERE suppression.reason <> 'forgotten'",
        params![publication, hash, now.as_millisecond()],
    )?;
    transaction.commit()?;
    // Readers may keep the log from being emptied now; then a later checkpoint does it.
    let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    Ok(rows as u64)
}
