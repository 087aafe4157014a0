//! A plan whose lists have not changed since, told without planning it again.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use super::decide::Cause;
use super::rows::counts;
use super::sending::Sealed;
use crate::ledger::{LedgerError, ListTally, RowState, Run, Survey};

/// Notes what a sealed plan was made of. Only where that leaves no question open: one list, of which every address has its row and no other has one.
pub(super) fn remember(
    connection: &mut Connection,
    run: Run,
    source: &str,
    survey: &Survey,
    sealed: Sealed,
) -> Result<(), LedgerError> {
    let [list] = survey.lists.as_slice() else {
        return Ok(());
    };
    if list.read - list.duplicates != sealed.rows {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Whoever waited for the seal to be done may have lifted a suppression since, which the plan has not heeded.
    if moment(&transaction)? != sealed.moment {
        return Ok(());
    }
    transaction.execute(
        "INSERT INTO plan_source (issue, source, list, read, duplicates) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT DO UPDATE SET source = excluded.source, list = excluded.list, read = excluded.read, duplicates = excluded.duplicates",
        params![
            run.0,
            source,
            list.list,
            list.read.cast_signed(),
            list.duplicates.cast_signed()
        ],
    )?;
    transaction.commit()?;
    Ok(())
}

/// Another number whenever another connection has changed the ledger since.
pub(super) fn moment(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("PRAGMA data_version", [], |row| row.get(0))
}

/// A new plan takes the place of the one that was remembered.
pub(super) fn forget(connection: &Connection, run: Run) -> rusqlite::Result<()> {
    connection
        .execute("DELETE FROM plan_source WHERE issue = ?1", [run.0])
        .map(drop)
}

/// What planning again would come to, where the plan was made of this and nothing has happened since that a plan would heed. Suppressions that come and go make the
/// ledger forget what its plans were made of.
pub(super) fn recall(connection: &Connection, run: Run, source: &str) -> Result<Option<Survey>, LedgerError> {
    let remembered = connection
        .prepare_cached("SELECT list, read, duplicates FROM plan_source WHERE issue = ?1 AND source = ?2")?
        .query_row(params![run.0, source], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, i64>(2)?,
            ))
        })
        .optional()?;
    let Some((list, read, duplicates)) = remembered else {
        return Ok(None);
    };
    let (read, duplicates) = (read.cast_unsigned(), duplicates.cast_unsigned());
    // A copy that could not be made is tried again by the next plan.
    let unmade = suppressed_for(connection, run, Cause::Copy)?;
    let counts = counts(connection, run.0)?;
    if unmade > 0 || read - duplicates != counts.values().sum::<u64>() {
        return Ok(None);
    }
    let number = |state| counts[&state];
    let unusable = suppressed_for(connection, run, Cause::Unusable)?;
    let deferred = number(RowState::Deferred);
    let tally = ListTally {
        list,
        read,
        to_send: number(RowState::Planned) + deferred,
        deferred,
        joined: joined(connection, run)?,
        sent: number(RowState::Accepted),
        refused: number(RowState::Rejected) + number(RowState::Expired),
        in_doubt: number(RowState::Committing) + number(RowState::InDoubt),
        suppressed: number(RowState::Suppressed) - unusable,
        unusable,
        duplicates,
    };
    Ok(Some(Survey {
        lists: vec![tally],
        left: 0,
    }))
}

fn suppressed_for(connection: &Connection, run: Run, cause: Cause) -> Result<u64, LedgerError> {
    let sql = "SELECT count(*) FROM copy INDEXED BY copy_by_turn WHERE issue = ?1 AND state = 6 AND state <> 3 AND cause = ?2";
    count(connection, sql, run, cause as u8)
}

fn joined(connection: &Connection, run: Run) -> Result<u64, LedgerError> {
    let sql = "SELECT count(*) FROM copy INDEXED BY copy_by_turn WHERE issue = ?1 AND state IN (0, 1) AND state <> 3 AND joined = ?2";
    count(connection, sql, run, 1)
}

fn count(connection: &Connection, sql: &str, run: Run, value: u8) -> Result<u64, LedgerError> {
    let mut counted = connection.prepare_cached(sql)?;
    let number: i64 = counted.query_row(params![run.0, value], |row| row.get(0))?;
    Ok(number.cast_unsigned())
}
