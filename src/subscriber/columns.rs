//! What a list's columns hold.

use std::collections::HashMap;

use crate::foundation::nearest;

/// What a column holds, or a key of a YAML list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Column {
    /// The address.
    Email,
    /// The name.
    Name,
    /// The language.
    Language,
    /// The tags.
    Tags,
    /// Whether the person gets mail.
    Status,
    /// Anything else, under the name that slots know it by.
    Field(String),
}

/// Other names under which lists have the address, the likeliest first.
const EMAIL_ALIASES: [&str; 5] = ["e_mail", "email_address", "e_mail_address", "mail", "address"];

/// Why a header makes no list: a message and a hint.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct HeaderFault {
    pub(super) message: String,
    pub(super) hint: String,
}

impl Column {
    /// What a column of this name holds.
    pub(super) fn named(header: &str) -> Self {
        match snake_case(header).as_str() {
            "email" => Self::Email,
            "name" => Self::Name,
            "language" => Self::Language,
            "tags" => Self::Tags,
            "status" => Self::Status,
            field => Self::Field(field.to_owned()),
        }
    }

    /// The name that messages call it by.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Email => "email",
            Self::Name => "name",
            Self::Language => "language",
            Self::Tags => "tags",
            Self::Status => "status",
            Self::Field(name) => name,
        }
    }
}

/// The columns of a header row.
pub(super) fn columns_of(header: &[String]) -> Result<Vec<Column>, HeaderFault> {
    let mut columns: Vec<Column> = header.iter().map(|name| Column::named(name)).collect();
    for (index, column) in columns.iter_mut().enumerate() {
        if *column == Column::Field(String::new()) {
            *column = Column::Field(format!("column_{}", index + 1));
        }
    }
    take_alias(&mut columns);
    let mut seen: HashMap<&Column, usize> = HashMap::new();
    for (index, column) in columns.iter().enumerate() {
        if let Some(first) = seen.insert(column, index) {
            let (first, second) = (first + 1, index + 1);
            return Err(HeaderFault {
                message: format!("columns {first} and {second} are both named `{}`", column.name()),
                hint:
                    "give each column a name of its own; capitals, spaces and accents do not tell them apart"
                        .to_owned(),
            });
        }
    }
    if columns.contains(&Column::Email) {
        Ok(columns)
    } else {
        Err(without_email(header))
    }
}

/// Where no column is named `email`, the likeliest other name counts for it.
pub(super) fn take_alias(columns: &mut [Column]) {
    if columns.contains(&Column::Email) {
        return;
    }
    for alias in EMAIL_ALIASES {
        if let Some(column) = columns.iter_mut().find(|column| column.name() == alias) {
            *column = Column::Email;
            return;
        }
    }
}

fn without_email(header: &[String]) -> HeaderFault {
    let message = "there is no column `email`".to_owned();
    let hint = if let Some(address) = header.iter().find(|cell| cell.contains('@')) {
        format!(
            "the first row names the columns, and this one holds `{}`: put a row such as `email,name` above it",
            address.trim().escape_debug()
        )
    } else if let Some(near) = nearest("email", header.iter().map(|cell| cell.trim())) {
        format!("rename the column `{}` to `email`", near.escape_debug())
    } else {
        let shown: Vec<String> = header
            .iter()
            .take(12)
            .map(|cell| format!("`{}`", cell.trim().escape_debug()))
            .collect();
        format!(
            "name the column that holds the addresses `email`; the columns are {}",
            shown.join(", ")
        )
    };
    HeaderFault { message, hint }
}

/// A name as slots can write it: `First name`, `FirstName` and `first-name` are all `first_name`.
pub(super) fn snake_case(header: &str) -> String {
    let mut name = String::new();
    let mut after_small = false;
    for c in deunicode::deunicode(header).chars() {
        if !c.is_ascii_alphanumeric() {
            after_small = false;
            if !name.is_empty() && !name.ends_with('_') {
                name.push('_');
            }
            continue;
        }
        if after_small && c.is_ascii_uppercase() {
            name.push('_');
        }
        after_small = c.is_ascii_lowercase() || c.is_ascii_digit();
        name.push(c.to_ascii_lowercase());
    }
    let name = name.trim_end_matches('_');
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        format!("field_{name}")
    } else {
        name.to_owned()
    }
}
