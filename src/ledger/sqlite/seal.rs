//! From the staged rows to the issue's: the survey, and the plan that it foretells.

use rusqlite::{Connection, TransactionBehavior};

use super::apply::Apply;
use super::sending::Sealed;
use super::veil::veil_forgotten;
use super::walk::{rules, walk};
use super::{AddressHash, edition, recall};
use crate::ledger::staged::StagedRows;
use crate::ledger::{FrozenEdition, LedgerError, PlanPolicy, Run, Survey};

/// What sealing would come to.
pub(super) fn survey(
    connection: &mut Connection,
    run: Run,
    staged: &mut StagedRows,
    policy: &PlanPolicy,
    hash: &AddressHash,
) -> Result<Survey, LedgerError> {
    // One moment for the whole walk.
    let look = connection.transaction()?;
    veil_forgotten(&look, run, staged, hash)?;
    let rules = rules(&look, run, staged.lists(), policy, false)?;
    Ok(walk(&look, run, staged, &rules, |_| Ok(()))?.survey)
}

/// Seals: the walk once more, since others may have changed something in between, with its changes written down.
pub(super) fn seal(
    connection: &mut Connection,
    run: Run,
    staged: &mut StagedRows,
    policy: &PlanPolicy,
    new: Option<&FrozenEdition>,
    hash: &AddressHash,
) -> Result<(Survey, Sealed), LedgerError> {
    // Every row is of the issue that is open. To have that proved, SQLite would keep a second journal of all pages that many rows together change.
    connection.pragma_update(None, "foreign_keys", false)?;
    let sealed = write(connection, run, staged, policy, new, hash);
    connection.pragma_update(None, "foreign_keys", true)?;
    sealed
}

fn write(
    connection: &mut Connection,
    run: Run,
    staged: &mut StagedRows,
    policy: &PlanPolicy,
    new: Option<&FrozenEdition>,
    hash: &AddressHash,
) -> Result<(Survey, Sealed), LedgerError> {
    let seal = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let (number, refresh) = number(&seal, run, new)?;
    veil_forgotten(&seal, run, staged, hash)?;
    let rules = rules(&seal, run, staged.lists(), policy, refresh)?;
    let mut apply = Apply::new(&seal, run, number, policy)?;
    let walked = walk(&seal, run, staged, &rules, |change| apply.write(change))?;
    apply.finish()?;
    recall::forget(&seal, run)?;
    let sealed = Sealed {
        rows: walked.rows,
        moment: recall::moment(&seal)?,
    };
    seal.commit()?;
    Ok((walked.survey, sealed))
}

/// The rows of a plan that is not sealed yet.
pub(super) fn staged(staged: &mut Option<StagedRows>) -> Result<&mut StagedRows, LedgerError> {
    staged
        .as_mut()
        .ok_or_else(|| LedgerError::Unwritable("the plan of this run is sealed already".to_owned()))
}

/// The number of the edition that rows get, and whether it is a new one that replaces another.
fn number(
    connection: &Connection,
    run: Run,
    new: Option<&FrozenEdition>,
) -> Result<(u32, bool), LedgerError> {
    let newest = edition::newest(connection, run)?;
    match (new, newest) {
        (Some(new), Some((number, hash))) if new.hash == hash => Ok((number, false)),
        (Some(new), newest) => Ok((edition::freeze(connection, run, new)?, newest.is_some())),
        (None, newest) => Ok((newest.map_or(1, |(number, _)| number), false)),
    }
}
