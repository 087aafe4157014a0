//! The walk of a plan: staged rows and the rows, side by side in address order.

use std::cmp::Ordering;
use std::collections::HashMap;

use rusqlite::{Connection, params};
use serde_json::Value;

use super::decide::{Blocks, Cause, Decision, Existing, Rules, decide, decide_absent};
use super::existing::ExistingRows;
use super::fault::{damaged, unstaged};
use super::groups::{Groups, read_ahead};
use crate::ledger::staged::{StagedRow, StagedRows};
use crate::ledger::{LedgerError, ListTally, PlanPolicy, RowState, Run, SuppressionReason, Survey};

/// What a plan wants to change: the address, its staged rows, the row it has, and the decision.
pub(super) struct Change {
    /// The address.
    pub address: String,
    /// Its staged rows; none where it stands on no list any more.
    pub staged: Vec<StagedRow>,
    /// The row it has.
    pub existing: Option<Existing>,
    /// What becomes of it.
    pub decision: Decision,
}

/// What a walk came to.
#[derive(Debug, Default)]
pub(super) struct Walked {
    /// For the lists, and over all.
    pub survey: Survey,
    /// How many rows the issue has once every change is made.
    pub rows: u64,
}

/// Everything that is the same for each address of a plan.
pub(super) fn rules(
    connection: &Connection,
    run: Run,
    lists: &[String],
    policy: &PlanPolicy,
    refresh: bool,
) -> Result<Rules, LedgerError> {
    let (publication, scope, first_copy): (String, String, Option<i64>) = connection
        .prepare_cached("SELECT publication, scope, first_copy FROM issue WHERE id = ?1")?
        .query_row([run.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let window = policy
        .late_joiners
        .map(|window| i64::try_from(window.as_millis()).unwrap_or(i64::MAX));
    let late = first_copy
        .zip(window)
        .is_some_and(|(first, window)| first.saturating_add(window) < policy.now.as_millisecond());
    // A test copy goes to whom a person names, whatever they have unsubscribed from.
    let blocks = if scope == "live" {
        blocks(connection, &publication)?
    } else {
        Blocks::default()
    };
    Ok(Rules {
        lists: lists.to_vec(),
        alone: lists
            .iter()
            .map(|list| Value::from([list.as_str()]).to_string())
            .collect(),
        blocks,
        begun: first_copy.is_some(),
        late,
        refresh,
        resend: policy.resend.is_some(),
    })
}

/// Walks, and tells what it comes to; `change` is called for each address that something is to become of.
pub(super) fn walk(
    connection: &Connection,
    run: Run,
    staged: &mut StagedRows,
    rules: &Rules,
    mut change: impl FnMut(Change) -> Result<(), LedgerError>,
) -> Result<Walked, LedgerError> {
    let mut walked = Walked::default();
    walked.survey.lists = rules.lists.iter().map(|list| tally(list)).collect();
    let sorted = staged.sorted().map_err(|error| unstaged(&error))?;
    let copies = ExistingRows::new(connection, run);
    read_ahead(sorted, |groups| {
        side_by_side(groups, copies, rules, &mut walked, &mut change)
    })?;
    Ok(walked)
}

/// Visits every address, in order.
fn side_by_side(
    groups: &mut Groups,
    mut copies: ExistingRows<'_>,
    rules: &Rules,
    walked: &mut Walked,
    change: &mut impl FnMut(Change) -> Result<(), LedgerError>,
) -> Result<(), LedgerError> {
    let mut group = groups.next()?;
    let mut copy = copies.next()?;
    loop {
        let order = match (&group, &copy) {
            (None, None) => return Ok(()),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some((staged, _)), Some((existing, _))) => staged.cmp(existing),
        };
        let here = if order == Ordering::Greater {
            None
        } else {
            group.take()
        };
        let row = if order == Ordering::Less {
            None
        } else {
            copy.take()
        };
        if here.is_some() {
            group = groups.next()?;
        }
        if row.is_some() {
            copy = copies.next()?;
        }
        visit(here, row, rules, walked, change)?;
    }
}

/// One address: decided, counted, and told where something changes.
fn visit(
    staged: Option<(String, Vec<StagedRow>)>,
    existing: Option<(String, Existing)>,
    rules: &Rules,
    walked: &mut Walked,
    change: &mut impl FnMut(Change) -> Result<(), LedgerError>,
) -> Result<(), LedgerError> {
    let (existing_address, existing) = existing.unzip();
    let (staged_address, staged) = staged.unzip();
    let staged = staged.unwrap_or_default();
    let address = staged_address.or(existing_address).unwrap_or_default();
    let decision = if staged.is_empty() {
        let leaves = existing.as_ref().and_then(decide_absent);
        walked.survey.left += u64::from(leaves.is_some());
        leaves
    } else {
        let decision = decide(&address, &staged, existing.as_ref(), rules);
        count(&mut walked.survey, &staged, existing.as_ref(), decision.as_ref());
        decision
    };
    walked.rows += u64::from(existing.is_some() || decision.is_some());
    decision.map_or(Ok(()), |decision| {
        change(Change {
            address,
            staged,
            existing,
            decision,
        })
    })
}

/// The first row of an address counts as what becomes of it, the others as duplicates.
fn count(
    survey: &mut Survey,
    staged: &[StagedRow],
    existing: Option<&Existing>,
    decision: Option<&Decision>,
) {
    for (at, row) in staged.iter().enumerate() {
        let tally = &mut survey.lists[row.list];
        tally.read += 1;
        tally.duplicates += u64::from(at > 0);
    }
    let ends = decision
        .map(|decision| (decision.state, decision.cause, decision.joined))
        .or_else(|| existing.map(|row| (row.state, row.cause, row.joined)));
    let (Some(first), Some((state, cause, joined))) = (staged.first(), ends) else {
        return;
    };
    let tally = &mut survey.lists[first.list];
    match state {
        RowState::Planned | RowState::Deferred => {
            tally.to_send += 1;
            tally.deferred += u64::from(state == RowState::Deferred);
            tally.joined += u64::from(joined);
        }
        RowState::Accepted => tally.sent += 1,
        RowState::Rejected | RowState::Expired => tally.refused += 1,
        RowState::Committing | RowState::InDoubt => tally.in_doubt += 1,
        RowState::Suppressed if cause == Some(Cause::Unusable) => tally.unusable += 1,
        RowState::Suppressed => tally.suppressed += 1,
    }
}

/// The suppressions that have an address, held in memory for the walk: some 100 bytes each. Those without one were dealt with in staging.
fn blocks(connection: &Connection, publication: &str) -> Result<Blocks, LedgerError> {
    let mut blocks: HashMap<String, Vec<_>> = HashMap::new();
    let mut entries = connection.prepare_cached(
        "SELECT address, list, reason FROM suppression WHERE publication = ?1 AND address IS NOT NULL",
    )?;
    let mut rows = entries.query(params![publication])?;
    while let Some(row) = rows.next()? {
        let list: String = row.get(1)?;
        let reason: String = row.get(2)?;
        let reason = SuppressionReason::named(&reason).ok_or_else(|| damaged(&reason))?;
        let list = Some(list).filter(|list| !list.is_empty());
        blocks.entry(row.get(0)?).or_default().push((list, reason));
    }
    Ok(Blocks(blocks))
}

fn tally(list: &str) -> ListTally {
    ListTally {
        list: list.to_owned(),
        ..ListTally::default()
    }
}
