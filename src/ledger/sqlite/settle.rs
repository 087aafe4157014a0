//! What people decide about rows, and the log of it.

use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior, params};

use super::commit::first_copy;
use super::filtered::ids;
use super::recall;
use super::rows::issue;
use super::suppressions::meet;
use crate::ledger::{IssueKey, LedgerError, RowFilter, RowState, Run, Verdict};

const DELIVERED: &str = "UPDATE copy SET state = 3, accepted = 1, reason = ?3, changed = ?2 WHERE id = ?1";
/// Whoever is to get a copy after all gets the newest edition, like all who have none.
const AGAIN: &str = "UPDATE copy SET state = 0, reason = NULL, deferred_since = NULL, changed = ?2,
        edition = coalesce((SELECT max(number) FROM edition WHERE edition.issue = copy.issue), edition)
    WHERE id = ?1 AND ?3 <> ''";
const LOG: &str = "INSERT INTO resolution (at, who, verdict, issue, copy, before) SELECT ?1, ?2, ?3, issue, id, state FROM copy WHERE id = ?4";

/// A person's verdict on the rows of a filter that it fits.
pub(super) fn settle(
    connection: &mut Connection,
    key: &IssueKey,
    filter: &RowFilter,
    verdict: Verdict,
    who: &str,
    now: Timestamp,
) -> Result<u64, LedgerError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let Some(issue) = issue(&transaction, key)? else {
        return Ok(0);
    };
    let (name, states, sql): (_, &[RowState], _) = match verdict {
        Verdict::Delivered => ("delivered", &[RowState::InDoubt], DELIVERED),
        Verdict::NotDelivered => ("not_delivered", &[RowState::InDoubt], AGAIN),
        Verdict::Retry => ("retry", &[RowState::Rejected, RowState::Expired], AGAIN),
    };
    let fitting = RowFilter {
        states: states
            .iter()
            .copied()
            .filter(|state| filter.states.is_empty() || filter.states.contains(state))
            .collect(),
        ..filter.clone()
    };
    if fitting.states.is_empty() {
        return Ok(0);
    }
    let at = now.as_millisecond();
    let ids = ids(&transaction, issue, &fitting, i64::MIN, usize::MAX)?;
    for id in &ids {
        transaction
            .prepare_cached(LOG)?
            .execute(params![at, who, name, id])?;
        transaction
            .prepare_cached(sql)?
            .execute(params![id, at, format!("delivered, says {who}")])?;
        // A send that is under way may claim it at once, and no plan will have looked at it.
        meet(&transaction, *id, at)?;
    }
    // A plan leaves such rows alone: what is remembered of it does not say whether their lists want them still.
    recall::forget(&transaction, Run(issue))?;
    if verdict == Verdict::Delivered && !ids.is_empty() {
        first_copy(&transaction, Run(issue), now)?;
    }
    transaction.commit()?;
    Ok(ids.len() as u64)
}

/// Cancels what has not been sent. Copies that are under way have their outcome first; those that come back then are cancelled too.
pub(super) fn cancel(
    connection: &mut Connection,
    key: &IssueKey,
    who: &str,
    now: Timestamp,
) -> Result<u64, LedgerError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let Some(issue) = issue(&transaction, key)? else {
        return Ok(0);
    };
    let rows = transaction.execute(
        "UPDATE copy SET state = 6, cause = 7, reason = 'cancelled', due = NULL, changed = ?2
         WHERE issue = ?1 AND state IN (0, 1) AND state <> 3 AND NOT EXISTS (SELECT 1 FROM intent WHERE intent.copy = copy.id)",
        params![issue, now.as_millisecond()],
    )?;
    transaction.execute("UPDATE intent SET cancelled = 1 WHERE issue = ?1", [issue])?;
    transaction.execute(
        "INSERT INTO resolution (at, who, verdict, issue) VALUES (?1, ?2, 'cancelled', ?3)",
        params![now.as_millisecond(), who, issue],
    )?;
    transaction.commit()?;
    Ok(rows as u64)
}

/// The number of the last thing that anybody decided; 0 where there is none.
pub(super) fn last_decision(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("SELECT coalesce(max(id), 0) FROM resolution", [], |row| {
        row.get(0)
    })
}

/// Whether an issue was cancelled after a decision.
pub(super) fn is_cancelled_since(connection: &Connection, run: Run, decision: i64) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM resolution WHERE id > ?2 AND issue = ?1 AND verdict = 'cancelled')",
        )?
        .query_row([run.0, decision], |row| row.get(0))
}
