//! Counts and rows, for those who look.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row as Stored, params};

use super::fault::damaged;
use crate::foundation::CanonicalAddress;
use crate::ledger::{Counts, IssueKey, LedgerError, Row, RowFilter, RowState, Scope};
use crate::message::Reply;

const ROW: &str = "SELECT id, address, mail_to, lists, state, reason, edition, attempts, due, code, enhanced, reply, changed
    FROM copy WHERE id = ?1";

const COUNTS: &str = "SELECT state, count(*) FROM copy INDEXED BY copy_by_state
    WHERE issue = (SELECT id FROM issue WHERE publication = ?1 AND scope = ?2 AND issue = ?3) GROUP BY state";

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

/// How many rows are in which state; answered from an index alone.
pub(super) fn counts(connection: &Connection, key: &IssueKey) -> Result<Counts, LedgerError> {
    let mut counts: Counts = RowState::ALL.into_iter().map(|state| (state, 0)).collect();
    let mut statement = connection.prepare_cached(COUNTS)?;
    let mut rows = statement.query(params![key.publication, key.scope.to_string(), key.issue])?;
    while let Some(row) = rows.next()? {
        counts.insert(state(row.get(0)?)?, row.get::<_, i64>(1)?.cast_unsigned());
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
    ids(connection, issue, filter, after, most)?
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

/// The ids of the rows that a filter means, in order. Each state's rows lie in id order in an index: a page is the merge of the first of each, and nothing is
/// sorted but the page.
pub(super) fn ids(
    connection: &Connection,
    issue: i64,
    filter: &RowFilter,
    after: i64,
    most: usize,
) -> Result<Vec<i64>, LedgerError> {
    let most_rows = i64::try_from(most).unwrap_or(i64::MAX);
    let wanted = |state: &RowState| filter.states.is_empty() || filter.states.contains(state);
    let addresses: Vec<&str> = filter.addresses.iter().map(CanonicalAddress::as_str).collect();
    let named = (!addresses.is_empty()).then(|| serde_json::Value::from(addresses).to_string());
    let sql = if named.is_some() {
        "SELECT id FROM copy WHERE issue = ?1 AND address IN (SELECT value FROM json_each(?6)) AND +state = ?2 AND +id > ?3
             AND (?5 IS NULL OR enhanced = ?5) ORDER BY id LIMIT ?4"
    } else if filter.enhanced.is_some() {
        "SELECT id FROM copy INDEXED BY copy_by_state WHERE issue = ?1 AND state = ?2 AND id > ?3
             AND enhanced = ?5 AND ?6 IS NULL ORDER BY id LIMIT ?4"
    } else {
        "SELECT id FROM copy INDEXED BY copy_by_state WHERE issue = ?1 AND state = ?2 AND id > ?3
             AND ?5 IS NULL AND ?6 IS NULL ORDER BY id LIMIT ?4"
    };
    let mut statement = connection.prepare_cached(sql)?;
    let mut found = Vec::new();
    for state in RowState::ALL.into_iter().filter(wanted) {
        let values = params![issue, state as u8, after, most_rows, filter.enhanced, named];
        for id in statement.query_map(values, |row| row.get::<_, i64>(0))? {
            found.push(id?);
        }
    }
    found.sort_unstable();
    found.truncate(most);
    Ok(found)
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
    fn counting_reads_an_index_alone() {
        let mut connection = Connection::open_in_memory().unwrap();
        super::super::schema::migrate(&mut connection).unwrap();
        let mut statement = connection
            .prepare(&format!("EXPLAIN QUERY PLAN {COUNTS}"))
            .unwrap();
        let step: String = statement.query_row(["", "", ""], |row| row.get(3)).unwrap();
        assert_eq!(step, "SEARCH copy USING COVERING INDEX copy_by_state (issue=?)");
    }
}
