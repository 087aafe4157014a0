//! From a row's values to a person, or to why there is none.

use std::collections::BTreeMap;

use crate::foundation::{Address, is_printable, nearest};
use crate::publication::value;

use super::columns::Column;
use super::{Row, Status, Subscriber};

/// The longest value, in characters.
const LONGEST: usize = 1000;
/// So much of what stands where the address should is kept for messages, in characters.
const SHOWN: usize = 256;

/// What a row of these values comes to. Each column stands once at most.
pub(super) fn row_of(line: usize, values: &[(&Column, &str)]) -> Row {
    match subscriber(values) {
        Ok(subscriber) => Row::Usable { line, subscriber },
        Err(reason) => unusable(line, values, reason),
    }
}

/// A row that is of no use, for `reason`.
pub(super) fn unusable(line: usize, values: &[(&Column, &str)], reason: impl Into<String>) -> Row {
    let email = values.iter().find(|(column, _)| **column == Column::Email);
    let written = email.map_or("", |(_, written)| written);
    Row::Unusable {
        line,
        written: one_line(written).chars().take(SHOWN).collect(),
        reason: reason.into(),
    }
}

fn subscriber(values: &[(&Column, &str)]) -> Result<Subscriber, String> {
    let mut address = None;
    let mut name = String::new();
    let mut language = None;
    let mut tags = Vec::new();
    let mut status = Status::default();
    let mut fields = BTreeMap::new();
    for (column, value) in values {
        // Many cells of a list are empty, and say nothing. A field that is empty is there nevertheless.
        if value.is_empty() && !matches!(column, Column::Email | Column::Field(_)) {
            continue;
        }
        check(column, value)?;
        match column {
            Column::Email => address = Some(email(value)?),
            Column::Name => name = one_line(value),
            Column::Language => language = language_of(value),
            Column::Tags => tags = tags_of(value),
            Column::Status => status = status_of(value)?,
            Column::Field(field) => {
                fields.insert(field.clone(), one_line(value));
            }
        }
    }
    Ok(Subscriber {
        address: address.ok_or("there is no address")?,
        name,
        language,
        tags,
        status,
        fields,
    })
}

fn check(column: &Column, value: &str) -> Result<(), String> {
    if value.len() <= LONGEST && value.is_ascii() {
        return Ok(());
    }
    if value.len() > LONGEST && value.chars().count() > LONGEST {
        return Err(format!(
            "the value of `{}` is longer than {LONGEST} characters",
            column.name()
        ));
    }
    if value.contains('\u{FFFD}') {
        return Err(format!(
            "the value of `{}` holds a character that was lost: write it again, and save the list as UTF-8",
            column.name()
        ));
    }
    Ok(())
}

/// Nothing that a list holds may start a new line of a message or a command: in an address, which is sent as it is, a control character
/// makes the row unusable; everywhere else it becomes a space.
fn email(value: &str) -> Result<Address, String> {
    if is_printable(value.as_bytes()) {
        // Neither control characters nor other spaces than these.
        return Address::parse(value.trim_ascii()).map_err(|error| error.to_string());
    }
    let trimmed = value.trim_matches([' ', '\t', '\u{a0}']);
    if let Some(control) = trimmed.chars().find(|c| is_break(*c)) {
        return Err(format!(
            "the address holds a control character (U+{:04X})",
            u32::from(control)
        ));
    }
    Address::parse(trimmed).map_err(|error| error.to_string())
}

/// A value on one line, without control characters, white space around it removed.
pub(super) fn one_line(value: &str) -> String {
    if is_printable(value.as_bytes()) {
        value.trim_ascii().to_owned()
    } else if value.chars().any(is_break) {
        value
            .replace("\r\n", " ")
            .replace(is_break, " ")
            .trim()
            .to_owned()
    } else {
        value.trim().to_owned()
    }
}

fn is_break(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// What is no language tag is taken for none: nobody goes without mail for it.
fn language_of(written: &str) -> Option<String> {
    value::language(&written.trim().replace('_', "-")).ok()
}

/// The words of a tags cell, parted by `;`, `,` or white space, each once.
pub(super) fn tags_of(value: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    let words = value.split(|c: char| c.is_whitespace() || is_break(c) || matches!(c, ';' | ','));
    for word in words.filter(|word| !word.is_empty()) {
        if !tags.iter().any(|tag| tag == word) {
            tags.push(word.to_owned());
        }
    }
    tags
}

fn status_of(value: &str) -> Result<Status, String> {
    const WORDS: [&str; 5] = ["active", "subscribed", "unsubscribed", "bounced", "pending"];
    let word = one_line(value).to_lowercase();
    match word.as_str() {
        "" | "active" | "subscribed" => Ok(Status::Active),
        "unsubscribed" => Ok(Status::Unsubscribed),
        "bounced" => Ok(Status::Bounced),
        "pending" => Ok(Status::Pending),
        _ => Err(match nearest(&word, WORDS) {
            Some(near) => format!("`{word}` is no status: did you mean `{near}`?"),
            None => format!("`{word}` is no status: write `active`, `unsubscribed`, `bounced` or `pending`"),
        }),
    }
}
