//! Counts and rows, for those who look.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row as Stored, params};

use super::fault::damaged;
use super::filtered;
use crate::foundation::CanonicalAddress;
use crate::ledger::{Counts, IssueKey, LedgerError, Row, RowFilter, RowState, Scope};
use crate::message::Reply;

const ROW: &str = "SELECT id, address, mail_to, lists, iif(intent.copy IS NULL, state, 2), reason, edition, coalesce(attempt, attempts), iif(intent.copy IS NULL, due, NULL), code, enhanced, reply, coalesce(at, changed)
    FROM copy LEFT JOIN intent ON intent.copy = copy.id WHERE id = ?1";

/// Those whose state is in the index.
const COUNTS: &str =
    "SELECT state, count(*) FROM copy INDEXED BY copy_by_turn WHERE issue = ?1 AND state <> 3 GROUP BY state";
const ALL: &str = "SELECT count(*) FROM copy WHERE issue = ?1";
const ANNOUNCED: &str = "SELECT state, count(*) FROM intent CROSS JOIN copy ON copy.id = intent.copy WHERE intent.issue = ?1 GROUP BY state";

/// The number of an issue that the ledger knows.
pub(super) fn issue(connection: &Connection, key: &IssueKey) -> rusqlite::Result<Option<i64>> {
    connection
        .prepare_cached("SELECT id FROM issue WHERE publication = ?1 AND scope = ?2 AND issue = ?3")?
        .query_row(
            params![key.publication, key.scope.to_string(), key.issue],
            |row| row.get(0),
        )
        .optional()
}

/// The issues of a publication in a scope, in the order in which they were first opened.
pub(super) fn issues(
    connection: &Connection,
    publication: &str,
    scope: &Scope,
) -> Result<Vec<IssueKey>, LedgerError> {
    let mut statement = connection
        .prepare_cached("SELECT issue FROM issue WHERE publication = ?1 AND scope = ?2 ORDER BY id")?;
    let names = statement.query_map(params![publication, scope.to_string()], |row| {
        Ok(IssueKey {
            publication: publication.to_owned(),
            scope: scope.clone(),
            issue: row.get(0)?,
        })
    })?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// How many rows are in which state. The table itself is not read for that, but for rows that are announced.
pub(super) fn counts(connection: &Connection, issue: i64) -> Result<Counts, LedgerError> {
    let mut counts: Counts = RowState::ALL.into_iter().map(|state| (state, 0)).collect();
    counts.extend(by_state(connection, COUNTS, issue)?);
    let all: i64 = connection
        .prepare_cached(ALL)?
        .query_row([issue], |row| row.get(0))?;
    let accepted = all.cast_unsigned() - counts.values().sum::<u64>();
    counts.insert(RowState::Accepted, accepted);
    for (state, announced) in by_state(connection, ANNOUNCED, issue)? {
        counts.entry(state).and_modify(|count| *count -= announced);
        *counts.entry(RowState::Committing).or_default() += announced;
    }
    Ok(counts)
}

fn by_state(connection: &Connection, sql: &str, issue: i64) -> Result<Vec<(RowState, u64)>, LedgerError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([issue])?;
    let mut counts = Vec::new();
    while let Some(row) = rows.next()? {
        counts.push((state(row.get(0)?)?, row.get::<_, i64>(1)?.cast_unsigned()));
    }
    Ok(counts)
}

/// Rows in id order, after an id.
pub(super) fn rows(
    connection: &Connection,
    issue: i64,
    filter: &RowFilter,
    after: i64,
    most: usize,
) -> Result<Vec<Row>, LedgerError> {
    let mut statement = connection.prepare_cached(ROW)?;
    filtered::ids(connection, issue, filter, after, most)?
        .into_iter()
        .map(|id| {
            let mut found = statement.query([id])?;
            match found.next()? {
                Some(row) => whole(row),
                None => Err(damaged(format!("row {id} is gone"))),
            }
        })
        .collect()
}

/// The state with a number.
pub(super) fn state(number: u8) -> Result<RowState, LedgerError> {
    RowState::ALL
        .into_iter()
        .find(|state| *state as u8 == number)
        .ok_or_else(|| damaged(format!("{number} is no state")))
}

/// A moment from its milliseconds.
pub(super) fn time(milliseconds: i64) -> Result<Timestamp, LedgerError> {
    Timestamp::from_millisecond(milliseconds).map_err(damaged)
}

fn whole(row: &Stored<'_>) -> Result<Row, LedgerError> {
    let lists = row.get_ref(3)?.as_str().map_err(damaged)?;
    let due: Option<i64> = row.get(8)?;
    Ok(Row {
        id: row.get(0)?,
        canonical: CanonicalAddress::stored(row.get::<_, String>(1)?),
        mail_to: row.get(2)?,
        lists: serde_json::from_str(lists).map_err(damaged)?,
        state: state(row.get(4)?)?,
        reason: row.get(5)?,
        edition: row.get(6)?,
        attempts: row.get(7)?,
        due: due.map(time).transpose()?,
        reply: reply(row)?,
        message_id: None,
        changed: time(row.get(12)?)?,
    })
}

fn reply(row: &Stored<'_>) -> Result<Option<Reply>, LedgerError> {
    let Some(code) = row.get(9)? else {
        return Ok(None);
    };
    let enhanced: Option<String> = row.get(10)?;
    let text: Option<String> = row.get(11)?;
    Ok(Some(Reply {
        code,
        enhanced: enhanced.and_then(|enhanced| enhanced.parse().ok()),
        text: text.unwrap_or_default(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counting_reads_indexes_alone() {
        let mut connection = Connection::open_in_memory().unwrap();
        super::super::schema::migrate(&mut connection).unwrap();
        let step = |sql: &str| -> String {
            let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            statement.query_row([1], |row| row.get(3)).unwrap()
        };
        assert_eq!(
            step(COUNTS),
            "SEARCH copy USING COVERING INDEX copy_by_turn (issue=?)"
        );
        assert_eq!(
            step(ALL),
            "SEARCH copy USING COVERING INDEX sqlite_autoindex_copy_1 (issue=?)"
        );
    }
}
