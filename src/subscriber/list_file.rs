//! Changing a list's file: one subscriber more, or one less.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::foundation::{CanonicalAddress, Failure, Source, create_new, replace};

use super::columns::{Column, snake_case};
use super::list::{csv_failure, is_yaml, undecodable, unreadable, yaml_list};
use super::{NewSubscriber, Row, csv_edit, yaml_edit};

/// A list's file, to be changed. The file is read as a whole, changed as text and put in place at once, so every other row, its
/// comments and line ends stay byte for byte. It must be UTF-8; a byte order mark stays.
#[derive(Debug, Clone)]
pub struct ListFile {
    path: PathBuf,
    shown: PathBuf,
}

/// A file's text, and whether a byte order mark stood before it.
struct Text {
    marked: bool,
    text: String,
}

const MARK: &str = "\u{FEFF}";

impl ListFile {
    /// The file at `path`, which messages call `shown`.
    pub fn new(path: &Path, shown: &Path) -> Self {
        Self {
            path: path.to_owned(),
            shown: shown.to_owned(),
        }
    }

    /// Adds someone as the last row; makes the file where there is none. Fails where the address is on the list already, or where the
    /// list has no column for something that is known of them.
    pub fn append(&self, subscriber: &NewSubscriber) -> Result<(), Failure> {
        refuse_odd_names(subscriber)?;
        let Some(Text { marked, text }) = self.read()? else {
            let text = if is_yaml(&self.path) {
                yaml_edit::entry(subscriber)
            } else {
                csv_edit::with_header(subscriber)
            };
            return create_new(&self.path, text.as_bytes()).map_err(|error| self.unwritable(&error));
        };
        let canonical = subscriber.address.canonical();
        let changed = if is_yaml(&self.path) {
            let source = Source::new(&self.shown, text.as_str());
            let list = yaml_list(&source, &self.shown)?;
            self.refuse_double(list.entries.iter().map(|(_, row)| row), &canonical)?;
            yaml_edit::appended(&text, subscriber).map_err(|why| self.unchanged(&why))?
        } else {
            let rows = csv_edit::rows(&text).map_err(|fault| csv_failure(fault, &self.shown))?;
            self.refuse_double(rows.iter().map(|(row, _)| row), &canonical)?;
            csv_edit::appended(&text, subscriber)
                .map_err(|fault| csv_failure(fault, &self.shown))?
                .map_err(|column| self.without_column(&column))?
        };
        self.write(marked, &changed)
    }

    /// Takes every row of an address out, and says how many there were. Where it is not on the list, the file stays untouched.
    pub fn remove(&self, address: &CanonicalAddress) -> Result<usize, Failure> {
        let Some(Text { marked, text }) = self.read()? else {
            return Err(unreadable(&ErrorKind::NotFound.into(), &self.shown));
        };
        let (changed, count) = if is_yaml(&self.path) {
            let source = Source::new(&self.shown, text.as_str());
            yaml_list(&source, &self.shown)?;
            yaml_edit::without(&text, address).map_err(|why| self.unchanged(&why))?
        } else {
            let rows = csv_edit::rows(&text).map_err(|fault| csv_failure(fault, &self.shown))?;
            csv_edit::without(&text, &rows, address)
        };
        if count > 0 {
            self.write(marked, &changed)?;
        }
        Ok(count)
    }

    fn read(&self) -> Result<Option<Text>, Failure> {
        let bytes = match std::fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(&error, &self.shown)),
        };
        let text = String::from_utf8(bytes).map_err(|error| {
            match Source::decode(&self.shown, error.into_bytes()) {
                Err(error) => undecodable(error, &self.shown),
                Ok(_) => Failure::new(format!("`{}` cannot be read as UTF-8", self.shown.display())),
            }
        })?;
        Ok(Some(match text.strip_prefix(MARK) {
            Some(rest) => Text {
                marked: true,
                text: rest.to_owned(),
            },
            None => Text { marked: false, text },
        }))
    }

    fn write(&self, marked: bool, text: &str) -> Result<(), Failure> {
        let bytes = if marked {
            format!("{MARK}{text}")
        } else {
            text.to_owned()
        };
        replace(&self.path, bytes.as_bytes()).map_err(|error| self.unwritable(&error))
    }

    fn refuse_double<'a>(
        &self,
        mut rows: impl Iterator<Item = &'a Row>,
        address: &CanonicalAddress,
    ) -> Result<(), Failure> {
        let Some(Row::Usable { line, subscriber }) = rows.find(|row| row.is(address)) else {
            return Ok(());
        };
        let status = subscriber.status;
        let failure = Failure::new(format!(
            "{}:{line}: `{address}` is on the list already",
            self.shown.display()
        ));
        Err(if status.gets_mail() {
            failure
        } else {
            failure.hinted(format!(
                "its status there is `{}`: change that line if it should get mail again",
                status.word()
            ))
        })
    }

    fn without_column(&self, column: &str) -> Failure {
        Failure::new(format!("`{}` has no column `{column}`", self.shown.display())).hinted(format!(
            "add `{column}` to its first row and a cell to every other, or leave the value out"
        ))
    }

    fn unchanged(&self, why: &str) -> Failure {
        Failure::new(format!("`{}` was left as it is: {why}", self.shown.display()))
            .hinted("change the file in your editor")
    }

    fn unwritable(&self, error: &std::io::Error) -> Failure {
        Failure::new(format!("`{}` cannot be written: {error}", self.shown.display()))
    }
}

/// A field is known by one name everywhere: as a column, as a key, in a slot.
fn refuse_odd_names(subscriber: &NewSubscriber) -> Result<(), Failure> {
    for name in subscriber.fields.keys() {
        if Column::named(name) != Column::Field(name.clone()) || name.is_empty() {
            let failure = Failure::new(format!("`{}` is not the name of a field", name.escape_debug()));
            let near = snake_case(name);
            return Err(match Column::named(name) {
                Column::Field(_) if !near.is_empty() => failure.hinted(format!("write `{near}`")),
                _ => failure,
            });
        }
    }
    Ok(())
}
