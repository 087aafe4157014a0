//! Rows handed to the run.

use jiff::Timestamp;
use rusqlite::{Connection, Params, Row, params};

use super::fault::damaged;
use super::held::{Front, Held};
use super::rows::time;
use super::{edition, rows};
use crate::foundation::CanonicalAddress;
use crate::ledger::{Claimed, FrozenEdition, IssueKey, LedgerError, Run};
use crate::message::Attempt;
use crate::subscriber::Profile;

/// Both orders are those of an index: the planner would else take the index on the address and sort the whole issue for each claim. Rows that were tried before come after
/// those that were not: what stopped a run must not stand at the front of the next.
const PLANNED: &str = "SELECT id, attempts, address, mail_to, lists, profile, edition
    FROM copy INDEXED BY copy_by_turn WHERE issue = ?1 AND state = 0 AND state <> 3 AND (attempts, id) > (?2, ?3)
        AND NOT EXISTS (SELECT 1 FROM intent WHERE intent.copy = copy.id) ORDER BY attempts, id";
const DUE: &str = "SELECT id, attempts, address, mail_to, lists, profile, edition
    FROM copy INDEXED BY copy_by_due WHERE issue = ?1 AND state = 1 AND due <= ?2
        AND NOT EXISTS (SELECT 1 FROM intent WHERE intent.copy = copy.id) ORDER BY due, id";
const ONE: &str = "SELECT id, attempts, address, mail_to, lists, profile, edition
    FROM copy WHERE issue = ?1 AND address = ?2";

/// Claims up to `most` rows, those with the fewest tries first, and then in id order. Deferred rows that are due come first, up to half of them while planned ones wait too: they must not starve behind a
/// long list, nor it behind them.
pub(super) fn claim(
    connection: &Connection,
    run: Run,
    held: &mut Held,
    most: usize,
    now: Timestamp,
) -> Result<Vec<Claimed>, LedgerError> {
    let now = now.as_millisecond();
    let mut claimed = free(connection, DUE, params![run.0, now], held, most)?;
    let spared = claimed.split_off(claimed.len().min(most.div_ceil(2)));
    claimed.extend(planned(connection, run, held, most - claimed.len())?);
    let room = most - claimed.len();
    claimed.extend(spared.into_iter().take(room));
    claimed.sort_unstable_by_key(|(claim, _)| (claim.attempt.number, claim.attempt.row));
    Ok(claimed
        .into_iter()
        .map(|(claim, lists)| {
            held.take(claim.attempt, lists);
            claim
        })
        .collect())
}

/// The copy of one address, whatever its state, and the edition it names.
pub(super) fn copy(
    connection: &Connection,
    issue: &IssueKey,
    address: &CanonicalAddress,
) -> Result<Option<(Claimed, FrozenEdition)>, LedgerError> {
    let Some(run) = rows::issue(connection, issue)?.map(Run) else {
        return Ok(None);
    };
    let mut statement = connection.prepare_cached(ONE)?;
    let mut found = statement.query(params![run.0, address.as_str()])?;
    let Some(row) = found.next()? else {
        return Ok(None);
    };
    let (claimed, _) = claimed(row)?;
    let edition = edition::numbered(connection, run, claimed.edition)?;
    Ok(edition.map(|edition| (claimed, edition)))
}

/// When the next deferred row is due that the run does not have.
pub(super) fn next_due(
    connection: &Connection,
    run: Run,
    held: &Held,
) -> Result<Option<Timestamp>, LedgerError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, due FROM copy INDEXED BY copy_by_due WHERE issue = ?1 AND state = 1
             AND NOT EXISTS (SELECT 1 FROM intent WHERE intent.copy = copy.id) ORDER BY due",
    )?;
    let mut rows = statement.query([run.0])?;
    while let Some(row) = rows.next()? {
        if !held.has(row.get(0)?) {
            return Ok(Some(time(row.get(1)?)?));
        }
    }
    Ok(None)
}

/// The first planned rows that the run does not have yet.
fn planned(
    connection: &Connection,
    run: Run,
    held: &mut Held,
    most: usize,
) -> Result<Vec<(Claimed, String)>, LedgerError> {
    let behind = |front: Front, held: &Held| {
        let values = params![run.0, front.attempts, front.row];
        free(connection, PLANNED, values, held, most)
    };
    let front = held.front();
    let mut found = behind(front, held)?;
    if found.len() < most && front != Front::default() {
        found = behind(Front::default(), held)?;
    }
    if let Some((last, _)) = found.last() {
        held.pass(last.attempt);
    }
    Ok(found)
}

/// The first rows that the run does not have yet.
fn free(
    connection: &Connection,
    sql: &str,
    values: impl Params,
    held: &Held,
    most: usize,
) -> Result<Vec<(Claimed, String)>, LedgerError> {
    let mut found = Vec::new();
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(values)?;
    while found.len() < most {
        let Some(row) = rows.next()? else { break };
        if !held.has(row.get(0)?) {
            found.push(claimed(row)?);
        }
    }
    Ok(found)
}

/// A row, with its lists as they are stored.
fn claimed(row: &Row<'_>) -> Result<(Claimed, String), LedgerError> {
    let attempts: u32 = row.get(1)?;
    let lists = row.get_ref(4)?.as_str().map_err(damaged)?;
    let profile = row.get_ref(5)?.as_str().map_err(damaged)?;
    let mail_to: String = row.get(3)?;
    let mut profile: Profile = serde_json::from_str(profile).map_err(damaged)?;
    if profile.email.is_empty() {
        profile.email.clone_from(&mail_to);
    }
    let claimed = Claimed {
        attempt: Attempt {
            row: row.get(0)?,
            number: attempts + 1,
        },
        canonical: CanonicalAddress::stored(row.get::<_, String>(2)?),
        mail_to,
        lists: serde_json::from_str(lists).map_err(damaged)?,
        profile,
        edition: row.get(6)?,
    };
    Ok((claimed, lists.to_owned()))
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus;

    use super::*;

    fn plan_of(sql: &str, values: impl Params) -> Vec<String> {
        let mut connection = Connection::open_in_memory().unwrap();
        super::super::schema::migrate(&mut connection).unwrap();
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let steps = statement.query_map(values, |row| row.get(3)).unwrap();
        steps.map(|step| step.unwrap()).collect()
    }

    #[test]
    fn claims_are_planned_by_sqlite_once_and_not_anew_for_other_values() {
        let mut connection = Connection::open_in_memory().unwrap();
        super::super::configure::configure(&connection).unwrap();
        super::super::schema::migrate(&mut connection).unwrap();
        let mut planned = connection.prepare(PLANNED).unwrap();
        let mut due = connection.prepare(DUE).unwrap();
        for row in 1..9 {
            assert!(!planned.exists([1, 0, row]).unwrap());
            assert!(!due.exists([1, row]).unwrap());
        }
        for statement in [planned, due] {
            assert_eq!(statement.get_status(StatementStatus::RePrepare), 0);
        }
    }

    #[test]
    fn claims_walk_an_index_and_sort_nothing() {
        assert_eq!(
            plan_of(PLANNED, [1, 0, 0]),
            [
                "SEARCH copy USING INDEX copy_by_turn (issue=? AND state=? AND attempts>?)",
                "CORRELATED SCALAR SUBQUERY 1",
                "SEARCH intent USING INTEGER PRIMARY KEY (rowid=?)"
            ]
        );
        assert_eq!(
            plan_of(DUE, [1, 2]),
            [
                "SEARCH copy USING INDEX copy_by_due (issue=? AND due<?)",
                "CORRELATED SCALAR SUBQUERY 1",
                "SEARCH intent USING INTEGER PRIMARY KEY (rowid=?)"
            ]
        );
    }
}
