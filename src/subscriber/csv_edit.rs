//! CSV lists, changed as text.

use std::io::Cursor;
use std::ops::Range;

use crate::foundation::CanonicalAddress;

use super::columns::Column;
use super::csv_list::{CsvFault, CsvList};
use super::{NewSubscriber, Row};

/// The columns of a list that is made anew, in their order; fields follow.
const COLUMNS: [Column; 5] = [
    Column::Email,
    Column::Name,
    Column::Language,
    Column::Tags,
    Column::Status,
];

/// Every row of a text, with the bytes it takes up.
pub(super) fn rows(text: &str) -> Result<Vec<(Row, Range<usize>)>, CsvFault> {
    let mut list = CsvList::new(Cursor::new(text))?;
    let mut rows = Vec::new();
    while let Some(row) = list.next_row()? {
        rows.push(row);
    }
    Ok(rows)
}

/// The text with one row more, or the name of the column that it lacks.
pub(super) fn appended(text: &str, subscriber: &NewSubscriber) -> Result<Result<String, String>, CsvFault> {
    let list = CsvList::new(Cursor::new(text))?;
    if let Some(missing) = values(subscriber)
        .into_iter()
        .map(|(column, _)| column)
        .find(|column| !list.header().columns.contains(column))
    {
        return Ok(Err(missing.name().to_owned()));
    }
    let line_end = line_end(text);
    let mut changed = text.to_owned();
    if !changed.ends_with(['\n', '\r']) {
        changed.push_str(line_end);
    }
    changed.push_str(&row(&list.header().columns, list.header().delimiter, subscriber));
    changed.push_str(line_end);
    Ok(Ok(changed))
}

/// A whole list of one subscriber.
pub(super) fn with_header(subscriber: &NewSubscriber) -> String {
    let fields = subscriber.fields.keys().map(|name| Column::Field(name.clone()));
    let columns: Vec<Column> = COLUMNS.into_iter().chain(fields).collect();
    let names: Vec<&str> = columns.iter().map(Column::name).collect();
    format!("{}\n{}\n", names.join(","), row(&columns, ',', subscriber))
}

/// The text without the rows of an address, and how many they were.
pub(super) fn without(
    text: &str,
    rows: &[(Row, Range<usize>)],
    address: &CanonicalAddress,
) -> (String, usize) {
    let mut kept = String::with_capacity(text.len());
    let mut count = 0;
    let mut at = 0;
    for (_, range) in rows.iter().filter(|(row, _)| row.is(address)) {
        kept.push_str(&text[at..range.start]);
        at = range.end;
        count += 1;
    }
    kept.push_str(&text[at..]);
    (kept, count)
}

/// The line end of the first line.
fn line_end(text: &str) -> &'static str {
    match text.find(['\r', '\n']) {
        Some(at) if text[at..].starts_with("\r\n") => "\r\n",
        Some(at) if text[at..].starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// What is known of someone, by column.
fn values(subscriber: &NewSubscriber) -> Vec<(Column, String)> {
    let mut values = vec![(Column::Email, subscriber.address.written().to_owned())];
    if !subscriber.name.trim().is_empty() {
        values.push((Column::Name, subscriber.name.clone()));
    }
    values.extend(
        subscriber
            .language
            .clone()
            .map(|language| (Column::Language, language)),
    );
    if !subscriber.tags.is_empty() {
        // A space parts tags whatever the delimiter is, and never needs quotation marks.
        values.push((Column::Tags, subscriber.tags.join(" ")));
    }
    let fields = subscriber.fields.iter();
    values.extend(fields.map(|(name, value)| (Column::Field(name.clone()), value.clone())));
    values
}

/// One row, without its line end.
fn row(columns: &[Column], delimiter: char, subscriber: &NewSubscriber) -> String {
    let values = values(subscriber);
    let cells = columns.iter().map(|column| {
        let value = values.iter().find(|(known, _)| known == column);
        value.map_or(String::new(), |(_, value)| super::entry::one_line(value))
    });
    let mut writer = csv::WriterBuilder::new()
        .delimiter(u8::try_from(delimiter).unwrap_or(b','))
        .from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record(cells);
    let written = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&written)
        .trim_end_matches('\n')
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::columns::columns_of;
    use super::{COLUMNS, Column};

    #[test]
    fn a_new_list_has_columns_that_are_read_as_they_were_meant() {
        let names: Vec<String> = COLUMNS.iter().map(|column| column.name().to_owned()).collect();
        assert_eq!(columns_of(&names), Ok(COLUMNS.to_vec()));
        assert_eq!(Column::named("City"), Column::Field("city".to_owned()));
    }
}
