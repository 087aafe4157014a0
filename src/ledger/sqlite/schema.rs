//! The tables, and how an older ledger's become today's.

use rusqlite::{Connection, TransactionBehavior};

/// Marks the file as a ledger of ours (`file` and `sqlite3` show it): "DIGL".
pub(super) const APPLICATION_ID: i64 = 0x4449_474C;

/// The format this program writes; `PRAGMA user_version` of the file.
pub(super) const VERSION: i64 = 2;

const _: () = assert!(VERSION.cast_unsigned() == MIGRATIONS.len() as u64);

/// What leads from each version to the next; the first leads from nothing. What has been released is never changed, only added to.
///
/// States are the numbers of `RowState`, causes those of `Cause`, times milliseconds since 1970 in UTC. A suppression whose `list` is empty is for every list.
/// `plan_source` says what an issue's plan was made of; a suppression that comes or goes makes every plan out of date.
/// `copy_by_state` answers counts without touching the table, and gives the rows of a state in id order without sorting.
const MIGRATIONS: [&str; 2] = [
    "
CREATE TABLE ledger (
    uuid TEXT NOT NULL,
    key TEXT NOT NULL,
    key_check TEXT NOT NULL
) STRICT;

CREATE TABLE issue (
    id INTEGER PRIMARY KEY,
    publication TEXT NOT NULL,
    scope TEXT NOT NULL,
    issue TEXT NOT NULL,
    first_copy INTEGER,
    UNIQUE (publication, scope, issue)
) STRICT;

CREATE TABLE edition (
    issue INTEGER NOT NULL REFERENCES issue,
    number INTEGER NOT NULL,
    hash TEXT NOT NULL,
    date TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (issue, number)
) STRICT;

CREATE TABLE copy (
    id INTEGER PRIMARY KEY,
    issue INTEGER NOT NULL REFERENCES issue,
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 7),
    attempts INTEGER NOT NULL DEFAULT 0,
    edition INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    due INTEGER CHECK ((due IS NOT NULL) = (state = 1)),
    deferred_since INTEGER,
    joined INTEGER NOT NULL DEFAULT 0,
    cause INTEGER CHECK ((cause IS NOT NULL) = (state = 6)),
    code INTEGER,
    enhanced TEXT,
    address TEXT NOT NULL,
    mail_to TEXT NOT NULL,
    lists TEXT NOT NULL,
    reason TEXT,
    reply TEXT,
    profile TEXT NOT NULL,
    UNIQUE (issue, address)
) STRICT;
CREATE INDEX copy_by_state ON copy (issue, state);
CREATE INDEX copy_by_turn ON copy (issue, attempts) WHERE state = 0;
CREATE INDEX copy_by_due ON copy (issue, due) WHERE state = 1;
CREATE TRIGGER accepted_is_final BEFORE UPDATE OF state ON copy WHEN old.state = 3 AND new.state <> 3
BEGIN
    SELECT RAISE(ROLLBACK, 'a copy that was accepted stays accepted');
END;

CREATE TABLE suppression (
    publication TEXT NOT NULL,
    hash TEXT NOT NULL,
    list TEXT NOT NULL,
    address TEXT,
    reason TEXT NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (publication, hash, list)
) STRICT, WITHOUT ROWID;
CREATE INDEX suppression_by_address ON suppression (publication, address);

CREATE TABLE resolution (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    verdict TEXT NOT NULL,
    issue INTEGER NOT NULL REFERENCES issue,
    copy INTEGER REFERENCES copy,
    before INTEGER
) STRICT;
",
    "
CREATE TABLE plan_source (
    issue INTEGER PRIMARY KEY REFERENCES issue,
    source TEXT NOT NULL,
    list TEXT NOT NULL,
    read INTEGER NOT NULL,
    duplicates INTEGER NOT NULL
) STRICT;
CREATE TRIGGER plan_meets_new_suppression AFTER INSERT ON suppression
BEGIN
    DELETE FROM plan_source;
END;
CREATE TRIGGER plan_meets_changed_suppression AFTER UPDATE ON suppression
BEGIN
    DELETE FROM plan_source;
END;
CREATE TRIGGER plan_meets_lifted_suppression AFTER DELETE ON suppression
BEGIN
    DELETE FROM plan_source;
END;
",
];

/// Brings the tables from the file's version to [`VERSION`], a transaction for each step.
pub(super) fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    loop {
        let step = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let version: i64 = step.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        let Some(sql) = usize::try_from(version)
            .ok()
            .and_then(|version| MIGRATIONS.get(version))
        else {
            return Ok(());
        };
        step.execute_batch(sql)?;
        step.pragma_update(None, "user_version", version + 1)?;
        step.commit()?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_that_was_accepted_stays_accepted_whatever_else_the_transaction_does() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        let sql = "INSERT INTO issue VALUES (1, 'weekly', 'live', 'one', NULL);
            INSERT INTO copy (id, issue, state, edition, changed, address, mail_to, lists, profile)
            VALUES (1, 1, 3, 1, 0, 'a@example.org', 'a@example.org', '[]', '{}'), (2, 1, 0, 1, 0, 'b@example.org', 'b@example.org', '[]', '{}')";
        connection.execute_batch(sql).unwrap();
        let transaction = connection.transaction().unwrap();
        transaction
            .execute("UPDATE copy SET state = 2 WHERE id = 2", [])
            .unwrap();
        let refused = transaction.execute("UPDATE copy SET state = 0 WHERE id = 1", []);
        assert!(refused.unwrap_err().to_string().contains("stays accepted"));
        drop(transaction);
        let mut asked = connection.prepare("SELECT state FROM copy ORDER BY id").unwrap();
        let states = asked.query_map([], |row| row.get(0)).unwrap();
        assert_eq!(states.collect::<Result<Vec<i64>, _>>().unwrap(), [3, 0]);
    }
}
