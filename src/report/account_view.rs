//! Who has what, told as a table, as JSON, as CSV.

use serde_json::{Map, Value, json};

use crate::foundation::{Failure, listed, plural};
use crate::ledger::{Counts, Row, RowState};

use super::Table;

/// The version of the JSON below; it grows when a key changes its meaning or goes.
const JSON_VERSION: u32 = 1;

/// The columns of [`rows_csv`].
const CSV_HEADER: [&str; 7] = [
    "email", "lists", "state", "reason", "attempts", "reply", "changed",
];

/// How many rows are in which state. Every row is in one, so they add up to the last column.
pub fn counts_table<'a>(issues: impl IntoIterator<Item = (&'a str, &'a Counts)>) -> Table {
    let issues: Vec<_> = issues.into_iter().collect();
    let is_shown =
        |state: &RowState| is_usual(*state) || issues.iter().any(|(_, counts)| number(counts, *state) > 0);
    let shown: Vec<RowState> = RowState::ALL.into_iter().filter(is_shown).collect();
    let names: Vec<String> = shown.iter().map(ToString::to_string).collect();
    let columns = names.iter().map(String::as_str).chain(["in all"]);
    issues
        .iter()
        .fold(Table::new("issue", columns), |table, (issue, counts)| {
            let numbers: Vec<usize> = shown.iter().map(|state| number(counts, *state)).collect();
            let total = numbers.iter().sum();
            table.row(*issue, numbers.into_iter().chain([total]))
        })
}

/// States that a table shows even where nobody is in them.
fn is_usual(state: RowState) -> bool {
    !matches!(
        state,
        RowState::Committing | RowState::Expired | RowState::Deferred
    )
}

fn number(counts: &Counts, state: RowState) -> usize {
    usize::try_from(counts.get(&state).copied().unwrap_or_default()).unwrap_or(usize::MAX)
}

/// Counts as JSON: every state by its name, and their sum.
pub fn counts_json(issue: &str, counts: &Counts) -> Value {
    let states = RowState::ALL
        .into_iter()
        .map(|state| (state.name().to_owned(), number(counts, state).into()));
    let total: usize = RowState::ALL.into_iter().map(|state| number(counts, state)).sum();
    json!({ "issue": issue, "states": states.collect::<Map<_, _>>(), "total": total })
}

/// A document of JSON: its version, then one key.
pub fn json_document(key: &str, value: Value) -> String {
    let document = Map::from_iter([
        ("version".to_owned(), JSON_VERSION.into()),
        (key.to_owned(), value),
    ]);
    let text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text + "\n"
}

/// A row as JSON.
pub fn row_json(row: &Row) -> Value {
    json!({
        "email": row.mail_to,
        "lists": row.lists,
        "state": row.state.name(),
        "reason": row.reason,
        "edition": row.edition,
        "attempts": row.attempts,
        "due": row.due.map(|due| due.to_string()),
        "reply": row.reply.as_ref().map(ToString::to_string),
        "message_id": row.message_id,
        "changed": row.changed.to_string(),
    })
}

/// A row as a line for people.
pub fn row_line(row: &Row) -> String {
    let why = row
        .reason
        .clone()
        .or_else(|| row.reply.as_ref().map(ToString::to_string));
    let why = why.map(|why| format!(" · {why}")).unwrap_or_default();
    let lists = if row.lists.is_empty() {
        "-".to_owned()
    } else {
        row.lists.join(", ")
    };
    let name = if row.mail_to.is_empty() {
        "(forgotten)"
    } else {
        &row.mail_to
    };
    format!("{name}  {}  {lists}{why}", row.state)
}

/// Rows as CSV (RFC 4180), with a header if asked. A cell that a spreadsheet would take for a formula begins with an apostrophe.
pub fn rows_csv(rows: &[Row], header: bool) -> Result<String, Failure> {
    let cannot =
        |error: &dyn std::fmt::Display| Failure::new(format!("the rows cannot be written as CSV: {error}"));
    let mut writer = csv::Writer::from_writer(Vec::new());
    if header {
        writer.write_record(CSV_HEADER).map_err(|error| cannot(&error))?;
    }
    for row in rows {
        let reply = row.reply.as_ref().map(ToString::to_string).unwrap_or_default();
        let cells = [
            row.mail_to.clone(),
            row.lists.join(";"),
            row.state.name().to_owned(),
            row.reason.clone().unwrap_or_default(),
            row.attempts.to_string(),
            reply,
            row.changed.to_string(),
        ];
        writer
            .write_record(cells.map(no_formula))
            .map_err(|error| cannot(&error))?;
    }
    let bytes = writer.into_inner().map_err(|error| cannot(&error))?;
    String::from_utf8(bytes).map_err(|error| cannot(&error))
}

fn no_formula(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text
    }
}

/// Who is in doubt, and what that wants of a person.
pub fn in_doubt_advice(rows: &[Row], counts: &Counts, draft: &str) -> String {
    let all = number(counts, RowState::InDoubt);
    let mut lines = vec![format!(
        "{} in doubt: the relay was given the message, and no answer came",
        plural(all, "copy")
    )];
    lines.extend(rows.iter().map(|row| format!("  {}", row.mail_to)));
    if all > rows.len() {
        lines.push(format!("  … and {} more", all - rows.len()));
    }
    lines.push(format!("look into the relay's log, then run `digest resolve {draft} --delivered EMAIL…` or `--not-delivered EMAIL…`"));
    lines.join("\n")
}

/// A state as `--state` takes it.
pub fn state_named(name: &str) -> Result<RowState, String> {
    let known = RowState::ALL.map(RowState::name);
    RowState::named(name).ok_or_else(|| format!("the states are {}", listed(&known)))
}
