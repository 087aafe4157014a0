//! Rows that wait or will never be sent, grouped by why.

use rusqlite::{Connection, params};

use super::fault::damaged;
use super::rows::{issue, state};
use crate::ledger::{IssueKey, LedgerError, Reason};

/// What went wrong with the relay, by code and domain; a row that was suppressed or is in doubt, by its own reason. The most first.
const REASONS: &str = "SELECT state, code, domain, count(*) AS copies, min(said) FROM (
        SELECT state,
            CASE WHEN state <> 6 THEN coalesce(enhanced, CAST(code AS TEXT)) END AS code,
            CASE WHEN state <> 6 THEN substr(address, instr(address, '@') + 1) END AS domain,
            CASE WHEN state IN (5, 6) THEN coalesce(reason, '') ELSE coalesce(reply, '') END AS said
        FROM copy INDEXED BY copy_by_turn WHERE issue = ?1 AND state IN (1, 4, 5, 6, 7) AND state <> 3
            AND (state <> 1 OR NOT EXISTS (SELECT 1 FROM intent WHERE intent.copy = copy.id)))
    GROUP BY state, code, domain, CASE WHEN state = 6 THEN said END
    ORDER BY copies DESC, state, code, domain LIMIT ?2";

/// The reasons of an issue's rows, at most so many of them.
pub(super) fn reasons(
    connection: &Connection,
    key: &IssueKey,
    most: usize,
) -> Result<Vec<Reason>, LedgerError> {
    let Some(issue) = issue(connection, key)? else {
        return Ok(Vec::new());
    };
    let mut statement = connection.prepare_cached(REASONS)?;
    let mut rows = statement.query(params![issue, i64::try_from(most).unwrap_or(i64::MAX)])?;
    let mut reasons = Vec::new();
    while let Some(row) = rows.next()? {
        let copies: i64 = row.get(3)?;
        reasons.push(Reason {
            state: state(row.get(0)?)?,
            code: row.get(1)?,
            domain: row.get(2)?,
            copies: u64::try_from(copies).map_err(damaged)?,
            example: row.get(4)?,
        });
    }
    Ok(reasons)
}
