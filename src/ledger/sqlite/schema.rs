//! The tables, and how an older ledger's become today's.

use rusqlite::{Connection, TransactionBehavior};

/// Marks the file as a ledger of ours (`file` and `sqlite3` show it): "DIGL".
pub(super) const APPLICATION_ID: i64 = 0x4449_474C;

/// The format this program writes; `PRAGMA user_version` of the file.
pub(super) const VERSION: i64 = 3;

const _: () = assert!(VERSION.cast_unsigned() == MIGRATIONS.len() as u64);

/// What leads from each version to the next; the first leads from nothing. What has been released is never changed, only added to.
///
/// States are the numbers of `RowState`, causes those of `Cause`, times milliseconds since 1970 in UTC. A suppression whose `list` is empty is for every list.
/// `plan_source` says what an issue's plan was made of; a suppression that comes or goes makes every plan out of date.
/// `copy_by_turn` answers counts without touching the table, and gives the rows of a state in the order in which they are claimed. Copies that were accepted, in the end
/// nearly all, leave it; they are found between the `first_row` and the `last_row` of their issue.
/// An `intent` is there from before the final dot until the outcome; its row in `copy` says `planned` or `deferred` for that while, as before (`copy.state` is never 2
/// since version 3). A small table, so that recording intents writes one page, and not as many as the rows and their places in the indexes lie in. Its `issue` is
/// that row's; `cancelled` says that the issue was cancelled meanwhile, so that a copy that comes back is not tried again.
/// `copy.accepted` is set with `state = 3`, whoever sets that, and never taken away: so no statement makes an accepted copy anything else. (A trigger saw to it before version 3, for a
/// sixth of what it costs to record an acceptance.)
/// `copy.room` says nothing: a new row's octets of zero, given up when an outcome of a try is recorded, which takes their place. Rows are laid down side by side, and if each grew
/// later, each page would be parted into two half empty ones while mail is sent.
const MIGRATIONS: [&str; 3] = [
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
    "
CREATE TABLE intent (
    copy INTEGER PRIMARY KEY,
    issue INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    at INTEGER NOT NULL,
    cancelled INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO intent (copy, issue, attempt, at) SELECT id, issue, attempts, changed FROM copy WHERE state = 2;
UPDATE copy SET state = 0, attempts = attempts - 1 WHERE state = 2;
DROP INDEX copy_by_state;
DROP INDEX copy_by_turn;
CREATE INDEX copy_by_turn ON copy (issue, state, attempts) WHERE state <> 3;
ALTER TABLE copy ADD COLUMN room BLOB;
DROP TRIGGER accepted_is_final;
ALTER TABLE copy ADD COLUMN accepted INTEGER CHECK (accepted IS NULL OR state = 3);
UPDATE copy SET accepted = 1 WHERE state = 3;
ALTER TABLE issue ADD COLUMN first_row INTEGER;
ALTER TABLE issue ADD COLUMN last_row INTEGER;
UPDATE issue SET
    first_row = (SELECT min(id) FROM copy WHERE copy.issue = issue.id),
    last_row = (SELECT max(id) FROM copy WHERE copy.issue = issue.id);
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
        let sql = "INSERT INTO issue (id, publication, scope, issue) VALUES (1, 'weekly', 'live', 'one');
            INSERT INTO copy (id, issue, state, accepted, edition, changed, address, mail_to, lists, profile)
            VALUES (1, 1, 3, 1, 1, 0, 'a@example.org', 'a@example.org', '[]', '{}'), (2, 1, 0, NULL, 1, 0, 'b@example.org', 'b@example.org', '[]', '{}')";
        connection.execute_batch(sql).unwrap();
        let transaction = connection.transaction().unwrap();
        transaction
            .execute("UPDATE copy SET state = 4 WHERE id = 2", [])
            .unwrap();
        let refused = transaction.execute("UPDATE OR ROLLBACK copy SET state = 0 WHERE id = 1", []);
        assert!(
            refused
                .unwrap_err()
                .to_string()
                .contains("accepted IS NULL OR state = 3")
        );
        drop(transaction);
        let mut asked = connection.prepare("SELECT state FROM copy ORDER BY id").unwrap();
        let states = asked.query_map([], |row| row.get(0)).unwrap();
        assert_eq!(states.collect::<Result<Vec<i64>, _>>().unwrap(), [3, 0]);
    }

    #[test]
    fn an_intent_that_an_earlier_version_left_in_its_row_becomes_one_of_todays() {
        let mut connection = Connection::open_in_memory().unwrap();
        MIGRATIONS[..2]
            .iter()
            .for_each(|sql| connection.execute_batch(sql).unwrap());
        connection.pragma_update(None, "user_version", 2).unwrap();
        let sql = "INSERT INTO issue VALUES (1, 'weekly', 'live', 'one', NULL);
            INSERT INTO copy (id, issue, state, attempts, edition, changed, address, mail_to, lists, profile)
            VALUES (7, 1, 2, 3, 1, 1000, 'a@example.org', 'a@example.org', '[]', '{}'), (8, 1, 3, 1, 1, 0, 'b@example.org', 'b@example.org', '[]', '{}')";
        connection.execute_batch(sql).unwrap();
        migrate(&mut connection).unwrap();
        let row = |sql: &str| -> [i64; 4] {
            let columns = |row: &rusqlite::Row<'_>| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]);
            connection.query_row(sql, [], columns).unwrap()
        };
        assert_eq!(
            row("SELECT copy, issue, attempt, at FROM intent"),
            [7, 1, 3, 1000]
        );
        assert_eq!(
            row("SELECT id, state, attempts, changed FROM copy WHERE id = 7"),
            [7, 0, 2, 1000]
        );
        assert_eq!(
            row("SELECT id, state, attempts, changed FROM copy WHERE id = 8"),
            [8, 3, 1, 0]
        );
        let refused = connection.execute("UPDATE copy SET state = 0 WHERE id = 8", []);
        assert!(refused.is_err(), "accepted once, accepted for good");
    }
}
