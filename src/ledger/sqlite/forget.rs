//! A person who asks to be forgotten.

use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior, params};

use super::decide::FORGOTTEN;
use crate::foundation::CanonicalAddress;
use crate::ledger::LedgerError;

/// Rows keep what happened and lose whom it happened to: a relay's answer often repeats the address, so it goes too.
const ROWS: &str = r#"UPDATE copy SET address = ?3, mail_to = '', reply = NULL,
        profile = '{"email":"","name":"","language":null,"tags":[],"fields":{}}',
        changed = CASE WHEN state IN (0, 1, 6) THEN ?4 ELSE changed END,
        due = NULL,
        cause = CASE WHEN state IN (0, 1, 6) THEN 8 END,
        reason = CASE WHEN state IN (0, 1, 6) THEN 'forgotten' END,
        state = CASE WHEN state IN (0, 1) THEN 6 ELSE state END
    WHERE address = ?2 AND issue IN (SELECT id FROM issue WHERE publication = ?1)"#;

/// Erases an address; returns how many rows lost it. What was erased is overwritten (`secure_delete`) and the log that may hold it is emptied.
pub(super) fn forget(
    connection: &mut Connection,
    publication: &str,
    address: &CanonicalAddress,
    hash: &str,
    now: Timestamp,
) -> Result<u64, LedgerError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let rows = transaction.execute(
        ROWS,
        params![
            publication,
            address.as_str(),
            format!("{FORGOTTEN}{hash}"),
            now.as_millisecond()
        ],
    )?;
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
