//! # What it checks
//!
//! No column's name is a slip of one that means something: `nmae` for `name`, `langauge` for `language`, `stauts` for `status`.
//!
//! # Why it matters
//!
//! A column that is not known by its name is only a column: who stands as unsubscribed in `stauts` gets mail all the same.
//!
//! # Example
//!
//! ```csv
//! email,nmae,stauts
//! ```
//!
//! # Instead
//!
//! ```csv
//! email,name,status
//! ```

use crate::check::{Check, Family, Finding, ListScope, Rule};
use crate::foundation::Severity;

/// Columns that mean something to us, and those by which greetings are written.
const KNOWN: [&str; 6] = ["name", "language", "tags", "status", "first_name", "last_name"];

pub(in crate::check) const RULE: Rule = Rule {
    name: "list-column-misspelt",
    severity: Severity::Info,
    family: Family::Lists,
    source: include_str!("list_column_misspelt.rs"),
    limits: &[],
    check: Check::List(check),
};

fn check(scope: &ListScope<'_>) -> Vec<Finding> {
    let columns = scope.list.columns();
    let misspelt = columns.iter().filter_map(|column| {
        let meant = meant(column).filter(|meant| !columns.iter().any(|column| column == meant))?;
        let message = format!("the column `{column}` looks like `{meant}`, but is not read as it");
        Some(
            scope
                .finding(1, message)
                .hinted(format!("call it `{meant}`, if that is what it holds")),
        )
    });
    misspelt.collect()
}

/// The known column that a name is one slip away from.
fn meant(column: &str) -> Option<&'static str> {
    let is_word = column
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let near = KNOWN.iter().find(|known| {
        column.len() > 2
            && column.as_bytes()[0] == known.as_bytes()[0]
            && strsim::damerau_levenshtein(column, known) == 1
    });
    near.filter(|_| is_word).copied()
}
