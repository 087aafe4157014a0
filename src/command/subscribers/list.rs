//! `digest subscribers list`.

use serde_json::json;

use crate::command::Context;
use crate::foundation::{ExitStatus, Failure};
use crate::ledger::Suppression;
use crate::publication::Publication;
use crate::report::{Table, json_document, subscriber_json, subscriber_line};
use crate::subscriber::{List as Rows, Row, Status};
use crate::workflow::Suppressed;

use super::known_suppressed::known_suppressed;
use super::wanted_list::{known_lists, wanted_list};

/// List lists, or the subscribers of one
#[derive(Debug, clap::Args)]
pub struct List {
    /// The list whose subscribers are listed; without it, every list with its numbers
    list: Option<String>,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
enum Format {
    /// For people
    #[default]
    Human,
    /// For programs
    Json,
}

impl List {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        let publication = context.publication()?;
        let suppressed = known_suppressed(&publication, context);
        let book = Book {
            publication: &publication,
            suppressed,
        };
        match &self.list {
            Some(list) => self.subscribers(&book, &wanted_list(&publication, Some(list))?, context)?,
            None => self.lists(&book, context)?,
        }
        Ok(ExitStatus::Success)
    }

    fn lists(&self, book: &Book<'_>, context: &mut Context) -> Result<(), Failure> {
        let mut table = Table::new("list", ["active", "suppressed", "left or pending", "unusable"]);
        let mut values = Vec::new();
        for list in known_lists(book.publication) {
            let numbers = book.count(&list)?;
            let Numbers {
                active,
                suppressed,
                inactive,
                unusable,
            } = numbers;
            values.push(json!({ "list": list, "active": active, "suppressed": suppressed, "inactive": inactive, "unusable": unusable }));
            table = table.row(list, [active, suppressed, inactive, unusable]);
        }
        match self.format {
            Format::Human => context.console.out(table),
            Format::Json => context.console.out(json_document("lists", values.into())),
        }
    }

    fn subscribers(&self, book: &Book<'_>, list: &str, context: &mut Context) -> Result<(), Failure> {
        let mut values = Vec::new();
        book.each_row(list, |row, suppression| {
            match self.format {
                Format::Human => context.console.out_line(subscriber_line(&row, suppression))?,
                Format::Json => values.push(subscriber_json(&row, suppression)),
            }
            Ok(())
        })?;
        match self.format {
            Format::Human => Ok(()),
            Format::Json => context.console.out(json_document("subscribers", values.into())),
        }
    }
}

/// Lists, and what the ledger knows of those on them.
struct Book<'a> {
    publication: &'a Publication,
    suppressed: Suppressed,
}

/// What a list's rows come to.
#[derive(Debug, Clone, Copy, Default)]
struct Numbers {
    active: usize,
    suppressed: usize,
    inactive: usize,
    unusable: usize,
}

impl Book<'_> {
    /// Visits the rows of a list, each with why its person gets nothing although the list says otherwise.
    fn each_row(
        &self,
        list: &str,
        mut visit: impl FnMut(Row, Option<&Suppression>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let Some(path) = self.publication.list_path(list)? else {
            return Ok(());
        };
        for row in Rows::read(&path, self.publication.shown(&path))? {
            let row = row?;
            let suppression = match &row {
                Row::Usable { subscriber, .. } if subscriber.status == Status::Active => {
                    self.suppressed.why(&subscriber.address.canonical(), list)
                }
                _ => None,
            };
            visit(row, suppression)?;
        }
        Ok(())
    }

    fn count(&self, list: &str) -> Result<Numbers, Failure> {
        let mut numbers = Numbers::default();
        self.each_row(list, |row, suppression| {
            *match row {
                Row::Unusable { .. } => &mut numbers.unusable,
                Row::Usable { .. } if suppression.is_some() => &mut numbers.suppressed,
                Row::Usable { subscriber, .. } if subscriber.status == Status::Active => &mut numbers.active,
                Row::Usable { .. } => &mut numbers.inactive,
            } += 1;
            Ok(())
        })?;
        Ok(numbers)
    }
}
