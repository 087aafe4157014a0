//! A subscriber list, read row by row.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufReader, ErrorKind};
use std::path::{Path, PathBuf};

use crate::foundation::{DecodeError, Failure, Source};

use super::Row;
use super::columns::Column;
use super::csv_list::{CsvFault, CsvList, MOST_ROWS};
use super::encoding::{Bytes, Decoded, sniff};
use super::lines::Lines;
use super::page::Page;
use super::yaml_list::YamlList;

/// A list that is being read: an iterator of its rows, in the file's order. Each row that is not blank comes out as exactly one [`Row`];
/// an item is an error only where the file can no longer be read.
///
/// A CSV file is never in memory as a whole. Its delimiter (`,`, `;`, tab or `|`) and its encoding are found out: UTF-8, UTF-16, or
/// what the bytes look like. A first row names the columns; one is `email`. A YAML file is a list of maps with the same names as keys.
pub struct List {
    shown: PathBuf,
    fields: Vec<String>,
    /// What was read last, while it may hold more rows.
    page: Option<Page>,
    rest: Rest,
}

/// What is still to come of a list.
enum Rest {
    /// To be read.
    Csv(Box<CsvList<BufReader<Decoded<File>>>>),
    /// A YAML list is read as a whole. Of one that cannot be read further, nothing more comes.
    Rows(std::vec::IntoIter<Row>),
}

/// Read at a time, in bytes.
const PAGE: usize = 16 * 1024;

impl List {
    /// Opens the list at `path`, which messages call `shown`; a name that ends in `.yaml` or `.yml` is YAML, any other CSV.
    ///
    /// Fails where there is no such file, where it is a spreadsheet or no YAML, where no column is named `email` or two have one name.
    pub fn read(path: &Path, shown: &Path) -> Result<Self, Failure> {
        let (fields, rest) = if is_yaml(path) {
            let list = read_yaml(path, shown)?;
            let rows: Vec<Row> = list.entries.into_iter().map(|(_, row)| row).collect();
            (list.fields.into_iter().collect(), Rest::Rows(rows.into_iter()))
        } else {
            let text = open_text(path, shown)?;
            let list = CsvList::new(text).map_err(|fault| csv_failure(fault, shown))?;
            (fields_of(&list.header().columns), Rest::Csv(Box::new(list)))
        };
        Ok(Self {
            shown: shown.to_owned(),
            fields,
            page: None,
            rest,
        })
    }

    /// The rows of its next part, in the file's order; `None` at the end. Whoever reads a list by its pages can have them made into rows elsewhere.
    pub fn next_page(&mut self) -> Option<Result<Page, Failure>> {
        if let Some(page) = self.page.take() {
            return Some(Ok(page));
        }
        match &mut self.rest {
            Rest::Csv(list) => {
                let page = list.next_page().map_err(|error| {
                    self.rest = Rest::Rows(Vec::new().into_iter());
                    unreadable(&error, &self.shown)
                });
                page.transpose()
            }
            Rest::Rows(rows) => {
                let rows: Vec<Row> = rows.take(MOST_ROWS).collect();
                (!rows.is_empty()).then(|| Ok(Page::new(rows)))
            }
        }
    }

    /// The names of its fields, as slots write them after `subscriber.`: every column but `email`, `name`, `language`, `tags`, `status`.
    pub fn fields(&self) -> &[String] {
        &self.fields
    }

    /// Some lines of a list, for messages that show them: one source of one line for each number that the file has. Reads the file once.
    pub fn excerpts(
        path: &Path,
        shown: &Path,
        numbers: &BTreeSet<usize>,
    ) -> Result<BTreeMap<usize, Source>, Failure> {
        let mut lines = Lines::new(open_text(path, shown)?);
        let mut found = BTreeMap::new();
        let last = numbers.last().copied().unwrap_or_default();
        while let Some(line) = lines.next().map_err(|error| unreadable(&error, shown))? {
            if line.number > last {
                break;
            }
            if numbers.contains(&line.number) {
                found.insert(line.number, Source::excerpt(shown, line.number, line.text));
            }
        }
        Ok(found)
    }
}

impl Iterator for List {
    type Item = Result<Row, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(row) = self.page.as_mut().and_then(Iterator::next) {
                return Some(Ok(row));
            }
            self.page = None;
            match self.next_page()? {
                Ok(page) => self.page = Some(page),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl std::fmt::Debug for List {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("List")
            .field("shown", &self.shown)
            .field("fields", &self.fields)
            .finish_non_exhaustive()
    }
}

/// Whether a list's file is YAML, by its name.
pub(super) fn is_yaml(path: &Path) -> bool {
    let extension = path
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default();
    extension.eq_ignore_ascii_case("yaml") || extension.eq_ignore_ascii_case("yml")
}

pub(super) fn read_yaml(path: &Path, shown: &Path) -> Result<YamlList, Failure> {
    let bytes = std::fs::read(path).map_err(|error| unreadable(&error, shown))?;
    let source = Source::decode(shown, bytes).map_err(|error| undecodable(error, shown))?;
    yaml_list(&source, shown)
}

pub(super) fn yaml_list(source: &Source, shown: &Path) -> Result<YamlList, Failure> {
    YamlList::read(source).map_err(|error| {
        let line = source.line_number(error.offset);
        Failure::new(format!("{}:{line}: {}", shown.display(), error.message))
            .hinted("write each subscriber as `- { email: anna@example.org, name: Anna }`")
    })
}

fn fields_of(columns: &[Column]) -> Vec<String> {
    let fields = columns.iter().filter(|column| matches!(column, Column::Field(_)));
    fields.map(|column| column.name().to_owned()).collect()
}

/// The file as UTF-8.
fn open_text(path: &Path, shown: &Path) -> Result<BufReader<Decoded<File>>, Failure> {
    let open = || File::open(path);
    let opened = open().and_then(|file| Ok((sniff(file, open)?, open()?)));
    match opened.map_err(|error| unreadable(&error, shown))? {
        (Bytes::Text(encoding), file) => Ok(BufReader::with_capacity(PAGE, Decoded::new(file, encoding))),
        (Bytes::Spreadsheet, _) => Err(Failure::new(format!(
            "`{}` is a spreadsheet, not CSV",
            shown.display()
        ))
        .hinted("open it and save it as CSV (UTF-8)")),
    }
}

pub(super) fn unreadable(error: &io::Error, shown: &Path) -> Failure {
    let name = shown.display();
    match error.kind() {
        ErrorKind::NotFound => Failure::new(format!("there is no list `{name}`")),
        ErrorKind::IsADirectory => Failure::new(format!("`{name}` is a folder, not a list")),
        _ => Failure::new(format!("`{name}` cannot be read: {error}")),
    }
}

pub(super) fn undecodable(error: DecodeError, shown: &Path) -> Failure {
    Failure::new(format!("`{}`: {error}", shown.display())).hinted("save it as UTF-8")
}

pub(super) fn csv_failure(fault: CsvFault, shown: &Path) -> Failure {
    let name = shown.display();
    match fault {
        CsvFault::Io(error) => unreadable(&error, shown),
        CsvFault::Empty => Failure::new(format!("`{name}` is empty"))
            .hinted("its first row names the columns: write `email,name`"),
        CsvFault::Header(line, fault) => {
            Failure::new(format!("{name}:{line}: {}", fault.message)).hinted(fault.hint)
        }
    }
}
