//! Rows of a YAML list.

use std::collections::BTreeSet;

use crate::foundation::{Source, Span, YamlError, YamlKind, YamlNode, YamlTree};

use super::Row;
use super::columns::{Column, take_alias};
use super::entry::{row_of, unusable};

/// So many keys an entry may have.
const MOST_KEYS: usize = 500;

/// The entries of a YAML list: `- { email: …, name: …, tags: [a, b], any: … }`, or `- anna@example.org`.
///
/// Read by our own tree, which knows the line of each entry; held in memory.
pub(super) struct YamlList {
    /// Each entry's place, and the row it comes to.
    pub(super) entries: Vec<(Span, Row)>,
    /// The names of the fields that entries have.
    pub(super) fields: BTreeSet<String>,
}

impl YamlList {
    /// Reads a whole list; an empty text is an empty list.
    pub(super) fn read(source: &Source) -> Result<Self, YamlError> {
        let tree = YamlTree::parse(source.text())?;
        let items = match tree.root.kind {
            YamlKind::List(items) => items,
            YamlKind::Null => Vec::new(),
            _ => {
                return Err(YamlError {
                    message: format!(
                        "a list of subscribers begins each with `- `, and this is {}",
                        tree.root.kind_name()
                    ),
                    offset: tree.root.span.start,
                });
            }
        };
        let mut fields = BTreeSet::new();
        let entries = items.iter().map(|item| {
            let line = source.line_number(item.span.start);
            (item.span, entry(item, line, &mut fields))
        });
        let entries = entries.collect();
        Ok(Self { entries, fields })
    }
}

fn entry(item: &YamlNode, line: usize, fields: &mut BTreeSet<String>) -> Row {
    match &item.kind {
        YamlKind::Scalar(address) => row_of(line, &[(&Column::Email, address)]),
        YamlKind::Map(keys) if keys.len() > MOST_KEYS => {
            unusable(line, &[], format!("it has more than {MOST_KEYS} keys"))
        }
        YamlKind::Map(keys) => entry_of_keys(keys, line, fields),
        YamlKind::Null | YamlKind::List(_) => unusable(
            line,
            &[],
            format!(
                "it is {}, and must be a map such as `{{ email: … }}`",
                item.kind_name()
            ),
        ),
    }
}

fn entry_of_keys(keys: &[(YamlNode, YamlNode)], line: usize, fields: &mut BTreeSet<String>) -> Row {
    let mut columns: Vec<Column> = keys
        .iter()
        .map(|(key, _)| Column::named(key.text().unwrap_or_default()))
        .collect();
    take_alias(&mut columns);
    let texts: Vec<Option<String>> = keys.iter().map(|(_, value)| single(value)).collect();
    let values: Vec<(&Column, &str)> = columns
        .iter()
        .zip(&texts)
        .map(|(column, text)| (column, text.as_deref().unwrap_or_default()))
        .collect();
    for (index, column) in columns.iter().enumerate() {
        if column.name().is_empty() {
            return unusable(line, &values, "one of its keys is no name");
        }
        if columns[..index].contains(column) {
            return unusable(line, &values, format!("the key `{}` stands twice", column.name()));
        }
        if texts[index].is_none() {
            return unusable(
                line,
                &values,
                format!("`{}` must be a single value", column.name()),
            );
        }
        if let Column::Field(name) = column {
            fields.insert(name.clone());
        }
    }
    row_of(line, &values)
}

/// A value as a cell would have it; a list is its items, parted by `;`.
fn single(value: &YamlNode) -> Option<String> {
    match &value.kind {
        YamlKind::Null => Some(String::new()),
        YamlKind::Scalar(text) => Some(text.clone()),
        YamlKind::Map(_) => None,
        YamlKind::List(items) => {
            let texts: Option<Vec<&str>> = items.iter().map(YamlNode::text).collect();
            texts.map(|texts| texts.join(";"))
        }
    }
}
