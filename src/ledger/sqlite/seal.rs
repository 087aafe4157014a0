//! From the staged rows to the issue's: the survey, and the plan that it foretells.

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use super::decide::Rules;
use super::stage::veil_forgotten;
use super::walk::{Change, rules, walk};
use super::{AddressHash, edition, recall};
use crate::ledger::{FrozenEdition, LedgerError, PlanPolicy, Run, Survey};

/// A copy in doubt that is sent again is a person's verdict like any other.
const RESENT: &str = "INSERT INTO resolution (at, who, verdict, issue, copy, before)
    SELECT ?1, ?2, 'resent', copy.issue, copy.id, copy.state
    FROM temp.decided JOIN copy ON copy.id = decided.copy WHERE copy.issue = ?3 AND copy.state = 5";

/// A survey, whose decisions are still written down: sealing takes them as they are if nothing has happened in between.
pub(super) struct Surveyed {
    survey: Survey,
    policy: PlanPolicy,
    moment: Moment,
}

/// What others and we ourselves have changed so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Moment {
    others: i64,
    ours: i64,
}

/// What sealing would come to.
pub(super) fn survey(
    connection: &mut Connection,
    run: Run,
    lists: &[String],
    policy: &PlanPolicy,
    hash: &AddressHash,
) -> Result<(Survey, Surveyed), LedgerError> {
    let look = connection.transaction()?;
    veil_forgotten(&look, &publication(&look, run)?, hash)?;
    let rules = rules(&look, run, lists, policy, false)?;
    let survey = decide_all(&look, run, &rules)?;
    let surveyed = Surveyed {
        survey: survey.clone(),
        policy: policy.clone(),
        moment: moment(&look)?,
    };
    look.commit()?;
    Ok((survey, surveyed))
}

/// Seals: the walk writes down what is to change, and only when it is over is that put into the rows, since a table must not change under a walk.
pub(super) fn seal(
    connection: &mut Connection,
    run: Run,
    lists: &[String],
    policy: &PlanPolicy,
    new: Option<&FrozenEdition>,
    hash: &AddressHash,
    surveyed: Option<Surveyed>,
) -> Result<Survey, LedgerError> {
    let seal = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let now = moment(&seal)?;
    let still_so = surveyed.filter(|surveyed| surveyed.moment == now && surveyed.policy == *policy);
    let (number, refresh) = number(&seal, run, new)?;
    let survey = match still_so {
        Some(surveyed) if !refresh => surveyed.survey,
        _ => {
            veil_forgotten(&seal, &publication(&seal, run)?, hash)?;
            let rules = rules(&seal, run, lists, policy, refresh)?;
            decide_all(&seal, run, &rules)?
        }
    };
    if let Some(who) = &policy.resend {
        seal.execute(RESENT, params![policy.now.as_millisecond(), who, run.0])?;
    }
    apply(&seal, run, number, policy)?;
    recall::forget(&seal, run)?;
    seal.commit()?;
    Ok(survey)
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

fn decide_all(seal: &Transaction<'_>, run: Run, rules: &Rules) -> Result<Survey, LedgerError> {
    seal.execute("DELETE FROM temp.decided", [])?;
    let mut insert = seal.prepare_cached(
        "INSERT INTO temp.decided (copy, address, state, cause, reason, lists, joined, mail_to, profile)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    walk(seal, run, rules, |change: &Change<'_>| {
        let decision = change.decision;
        let source = decision.source.and_then(|at| change.staged.get(at));
        insert.execute(params![
            change.existing.map(|row| row.id),
            change.address,
            decision.state as u8,
            decision.cause.map(|cause| cause as u8),
            decision.reason,
            decision.lists,
            decision.joined,
            source.map(|row| &row.mail_to),
            source.map(|row| &row.profile),
        ])?;
        Ok(())
    })
}

/// New rows get their ids in address order, in which they were decided. Unusable ones are laid down anew each time: they are named by where they stand, so that a line
/// more or less above them makes them others.
fn apply(seal: &Transaction<'_>, run: Run, number: u32, policy: &PlanPolicy) -> Result<(), LedgerError> {
    let now = policy.now.as_millisecond();
    seal.execute(
        "DELETE FROM copy WHERE issue = ?1 AND state = 6 AND cause = 3 AND attempts = 0",
        [run.0],
    )?;
    seal.execute(
        "INSERT INTO copy (issue, state, edition, changed, joined, cause, address, mail_to, lists, reason, profile)
         SELECT ?1, state, ?2, ?3, joined, cause, address, mail_to, lists, reason, profile
         FROM temp.decided WHERE copy IS NULL ORDER BY seq",
        params![run.0, number, now],
    )?;
    seal.execute(
        "UPDATE copy SET
             state = decided.state,
             cause = decided.cause,
             reason = decided.reason,
             lists = decided.lists,
             due = CASE decided.state WHEN 1 THEN copy.due END,
             deferred_since = CASE decided.state WHEN 1 THEN copy.deferred_since END,
             changed = CASE decided.state WHEN copy.state THEN copy.changed ELSE ?3 END,
             edition = CASE WHEN decided.profile IS NULL THEN copy.edition ELSE ?2 END,
             mail_to = coalesce(decided.mail_to, copy.mail_to),
             profile = coalesce(decided.profile, copy.profile)
         FROM temp.decided WHERE copy.id = decided.copy AND copy.issue = ?1",
        params![run.0, number, now],
    )?;
    seal.execute("DELETE FROM temp.decided", [])?;
    Ok(())
}

fn moment(connection: &Connection) -> rusqlite::Result<Moment> {
    Ok(Moment {
        others: connection.query_row("PRAGMA data_version", [], |row| row.get(0))?,
        ours: connection.query_row("SELECT total_changes()", [], |row| row.get(0))?,
    })
}

fn publication(connection: &Connection, run: Run) -> rusqlite::Result<String> {
    connection
        .prepare_cached("SELECT publication FROM issue WHERE id = ?1")?
        .query_row([run.0], |row| row.get(0))
}
