//! Which rows a filter means.

use rusqlite::{Connection, Params, params};

use crate::foundation::CanonicalAddress;
use crate::ledger::{LedgerError, RowFilter, RowState};

const NAMED: &str = "SELECT id FROM copy LEFT JOIN intent ON intent.copy = id
    WHERE copy.issue = ?1 AND address IN (SELECT value FROM json_each(?5)) AND iif(intent.copy IS NULL, state, 2) = ?2 AND +id > ?3
        AND (?4 IS NULL OR enhanced = ?4)";
const ANNOUNCED: &str = "SELECT id FROM intent CROSS JOIN copy ON id = intent.copy
    WHERE intent.issue = ?1 AND intent.copy > ?2 AND (?3 IS NULL OR enhanced = ?3) ORDER BY intent.copy LIMIT ?4";
/// Rows that were tried as often.
const TURN: &str = "SELECT id FROM copy INDEXED BY copy_by_turn
    WHERE issue = ?1 AND state = ?2 AND state <> 3 AND attempts = ?3 AND id > ?4
        AND (state > 1 OR NOT EXISTS (SELECT 1 FROM intent WHERE intent.copy = id))
        AND (?5 IS NULL OR enhanced = ?5) ORDER BY id LIMIT ?6";
const NEXT_TURN: &str = "SELECT min(attempts) FROM copy INDEXED BY copy_by_turn
    WHERE issue = ?1 AND state = ?2 AND state <> 3 AND attempts > ?3";
/// In no index: in the end nearly every row of an issue is one of these. Its rows lie together, but for those who joined later.
const ACCEPTED: &str = "SELECT id FROM copy NOT INDEXED
    WHERE id > max(?2, (SELECT first_row - 1 FROM issue WHERE issue.id = ?1))
        AND id <= min(?3, (SELECT last_row FROM issue WHERE issue.id = ?1))
        AND issue = ?1 AND state = 3 AND (?4 IS NULL OR enhanced = ?4) ORDER BY id LIMIT ?5";

/// The ids of the rows that a filter means, in order, after an id and at most so many. A page is the merge of the first of each state, and nothing is sorted but the page.
pub(super) fn ids(
    connection: &Connection,
    issue: i64,
    filter: &RowFilter,
    after: i64,
    most: usize,
) -> Result<Vec<i64>, LedgerError> {
    let wanted = |state: &RowState| filter.states.is_empty() || filter.states.contains(state);
    let page = Page {
        connection,
        issue,
        enhanced: filter.enhanced.as_deref(),
        after,
        most: i64::try_from(most).unwrap_or(i64::MAX),
    };
    let mut found = Vec::new();
    if !filter.addresses.is_empty() {
        for state in RowState::ALL.into_iter().filter(wanted) {
            page.named(&filter.addresses, state, &mut found)?;
        }
        return Ok(first(found, most));
    }
    let accepted = RowState::Accepted;
    for state in RowState::ALL.into_iter().filter(wanted) {
        match state {
            RowState::Committing => page.announced(&mut found)?,
            RowState::Accepted => {}
            other => page.by_turns(other, &mut found)?,
        }
    }
    let mut found = first(found, most);
    if wanted(&accepted) {
        // Where the others fill the page, no further than that.
        let last = found.last().filter(|_| found.len() == most).copied();
        page.accepted(last.unwrap_or(i64::MAX), &mut found)?;
    }
    Ok(first(found, most))
}

fn first(mut ids: Vec<i64>, most: usize) -> Vec<i64> {
    ids.sort_unstable();
    ids.truncate(most);
    ids
}

/// What a page is of.
struct Page<'a> {
    connection: &'a Connection,
    issue: i64,
    enhanced: Option<&'a str>,
    after: i64,
    most: i64,
}

impl Page<'_> {
    fn named(
        &self,
        addresses: &[CanonicalAddress],
        state: RowState,
        found: &mut Vec<i64>,
    ) -> Result<(), LedgerError> {
        let addresses: Vec<&str> = addresses.iter().map(CanonicalAddress::as_str).collect();
        let addresses = serde_json::Value::from(addresses).to_string();
        let values = params![self.issue, state as u8, self.after, self.enhanced, addresses];
        self.find(NAMED, values, found)
    }

    fn announced(&self, found: &mut Vec<i64>) -> Result<(), LedgerError> {
        let values = params![self.issue, self.after, self.enhanced, self.most];
        self.find(ANNOUNCED, values, found)
    }

    /// The index has the rows of a state in id order where they were tried as often.
    fn by_turns(&self, state: RowState, found: &mut Vec<i64>) -> Result<(), LedgerError> {
        let mut next = self.connection.prepare_cached(NEXT_TURN)?;
        let mut turn = -1;
        while let Some(attempts) = next.query_row(params![self.issue, state as u8, turn], |row| {
            row.get::<_, Option<i64>>(0)
        })? {
            let (after, most) = (self.after, self.most);
            let values = params![self.issue, state as u8, attempts, after, self.enhanced, most];
            self.find(TURN, values, found)?;
            turn = attempts;
        }
        Ok(())
    }

    fn accepted(&self, last: i64, found: &mut Vec<i64>) -> Result<(), LedgerError> {
        let values = params![self.issue, self.after, last, self.enhanced, self.most];
        self.find(ACCEPTED, values, found)
    }

    fn find(&self, sql: &str, values: impl Params, found: &mut Vec<i64>) -> Result<(), LedgerError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        for id in statement.query_map(values, |row| row.get::<_, i64>(0))? {
            found.push(id?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::params_from_iter;

    use super::*;

    fn plan_of(sql: &str) -> Vec<String> {
        let mut connection = Connection::open_in_memory().unwrap();
        super::super::schema::migrate(&mut connection).unwrap();
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let values = vec![1; statement.parameter_count()];
        let steps = statement
            .query_map(params_from_iter(values), |row| row.get(3))
            .unwrap();
        steps.map(|step| step.unwrap()).collect()
    }

    #[test]
    fn a_page_starts_where_the_last_one_ended_and_sorts_nothing() {
        assert_eq!(
            plan_of(TURN)[0],
            "SEARCH copy USING INDEX copy_by_turn (issue=? AND state=? AND attempts=? AND rowid>?)"
        );
        assert_eq!(
            plan_of(NEXT_TURN),
            ["SEARCH copy USING COVERING INDEX copy_by_turn (issue=? AND state=? AND attempts>?)"]
        );
        assert_eq!(
            plan_of(ACCEPTED)[0],
            "SEARCH copy USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"
        );
        assert_eq!(
            plan_of(ANNOUNCED)[0],
            "SEARCH intent USING INTEGER PRIMARY KEY (rowid>?)"
        );
    }
}
