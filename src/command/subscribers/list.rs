//! `digest subscribers list`.

use serde_json::json;

use crate::command::Context;
use crate::foundation::{ExitStatus, Failure};
use crate::publication::Publication;
use crate::report::{Table, json_document};
use crate::subscriber::{List as Rows, Row, Status};

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

/// What a list's rows come to.
#[derive(Debug, Clone, Copy, Default)]
struct Numbers {
    active: usize,
    inactive: usize,
    unusable: usize,
}

impl List {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        let publication = context.publication()?;
        match &self.list {
            Some(list) => self.subscribers(&publication, &wanted_list(&publication, Some(list))?, context)?,
            None => self.lists(&publication, context)?,
        }
        Ok(ExitStatus::Success)
    }

    fn lists(&self, publication: &Publication, context: &mut Context) -> Result<(), Failure> {
        let mut table = Table::new("list", ["active", "left or pending", "unusable"]);
        let mut values = Vec::new();
        for list in known_lists(publication) {
            let Numbers {
                active,
                inactive,
                unusable,
            } = count(publication, &list)?;
            values
                .push(json!({ "list": list, "active": active, "inactive": inactive, "unusable": unusable }));
            table = table.row(list, [active, inactive, unusable]);
        }
        match self.format {
            Format::Human => context.console.out(table),
            Format::Json => context.console.out(json_document("lists", values.into())),
        }
    }

    fn subscribers(
        &self,
        publication: &Publication,
        list: &str,
        context: &mut Context,
    ) -> Result<(), Failure> {
        let mut values = Vec::new();
        let Some(path) = publication.list_path(list)? else {
            return Ok(());
        };
        for row in Rows::read(&path, publication.shown(&path))? {
            match (row?, self.format) {
                (Row::Usable { subscriber, .. }, Format::Human) => {
                    let status = status_name(subscriber.status);
                    let line = format!("{}  {}  {status}", subscriber.address, subscriber.name);
                    context.console.out_line(line)?;
                }
                (
                    Row::Unusable {
                        line,
                        written,
                        reason,
                    },
                    Format::Human,
                ) => {
                    context
                        .console
                        .out_line(format!("{written}  line {line} is unusable: {reason}"))?;
                }
                (Row::Usable { subscriber, .. }, Format::Json) => values.push(json!({
                    "email": subscriber.address.written(),
                    "name": subscriber.name,
                    "language": subscriber.language,
                    "tags": subscriber.tags,
                    "status": status_name(subscriber.status),
                    "fields": subscriber.fields,
                })),
                (
                    Row::Unusable {
                        line,
                        written,
                        reason,
                    },
                    Format::Json,
                ) => {
                    values.push(
                        json!({ "email": written, "status": "unusable", "line": line, "reason": reason }),
                    );
                }
            }
        }
        match self.format {
            Format::Human => Ok(()),
            Format::Json => context.console.out(json_document("subscribers", values.into())),
        }
    }
}

fn count(publication: &Publication, list: &str) -> Result<Numbers, Failure> {
    let mut numbers = Numbers::default();
    let Some(path) = publication.list_path(list)? else {
        return Ok(numbers);
    };
    for row in Rows::read(&path, publication.shown(&path))? {
        match row? {
            Row::Usable { subscriber, .. } if subscriber.status == Status::Active => numbers.active += 1,
            Row::Usable { .. } => numbers.inactive += 1,
            Row::Unusable { .. } => numbers.unusable += 1,
        }
    }
    Ok(numbers)
}

fn status_name(status: Status) -> &'static str {
    match status {
        Status::Active => "active",
        Status::Unsubscribed => "unsubscribed",
        Status::Bounced => "bounced",
        Status::Pending => "pending",
    }
}
