//! `digest status`.

use crate::foundation::{ExitStatus, Failure};
use crate::ledger::{Row, RowFilter, RowState};
use crate::report::{counts_json, counts_table, json_document, row_json, row_line, rows_csv, state_named};
use crate::workflow::{Account, Desk};

use super::Context;

/// Rows printed at a time.
const PAGE: usize = 1_000;

/// Tell who has an issue, who has not, and why
#[derive(Debug, clap::Args)]
pub struct Status {
    /// The draft or the issue's id; without it, every issue that was sent
    draft: Option<String>,
    /// List the rows in this state, by name (can be repeated)
    #[arg(long = "state", value_name = "STATE", value_parser = state_named, requires = "draft")]
    states: Vec<RowState>,
    /// Look into the sandbox's ledger
    #[arg(long)]
    sandbox: bool,
    /// How to print: `csv` prints rows
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
enum Format {
    /// A table for people
    #[default]
    Human,
    /// For programs
    Json,
    /// One row a line
    Csv,
}

impl Status {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        let publication = context.publication()?;
        let desk = if self.sandbox { Desk::Sandbox } else { Desk::Live };
        let mut account = Account::open(&publication, &context.environment, desk)?;
        if let Some(sender) = &account.sender {
            let line = format!(
                "process {} on {} is sending now ({}, since {})",
                sender.pid, sender.host, sender.task, sender.since
            );
            context.console.tell(line);
        }
        let issues = match &self.draft {
            Some(named) => vec![account.issue(&publication, named)?],
            None => account.issues()?,
        };
        let lists_rows = !self.states.is_empty() || self.format == Format::Csv;
        if lists_rows && self.draft.is_some() {
            return self.rows(&mut account, &issues[0], context);
        }
        let mut counts = Vec::new();
        for issue in &issues {
            counts.push((issue.issue.as_str(), account.counts(issue)?));
        }
        let pairs = counts.iter().map(|(issue, counts)| (*issue, counts));
        match self.format {
            Format::Csv => {
                return Err(
                    Failure::new("`--format csv` prints the rows of one issue, and none is named")
                        .hinted("name a draft or an issue's id"),
                );
            }
            Format::Json => {
                let issues = pairs.map(|(issue, counts)| counts_json(issue, counts)).collect();
                context.console.out(json_document("issues", issues))?;
            }
            Format::Human if counts.is_empty() => context.console.tell("nothing was sent yet"),
            Format::Human => context.console.out(counts_table(pairs))?,
        }
        Ok(ExitStatus::Success)
    }

    fn rows(
        &self,
        account: &mut Account,
        issue: &crate::ledger::IssueKey,
        context: &mut Context,
    ) -> Result<ExitStatus, Failure> {
        let filter = RowFilter {
            states: self.states.clone(),
            ..RowFilter::default()
        };
        let console = &mut context.console;
        match self.format {
            Format::Human => {
                let mut listed = false;
                account.each_row(issue, &filter, |row| {
                    listed = true;
                    console.out_line(row_line(row))
                })?;
                if !listed {
                    let states: Vec<String> = self.states.iter().map(ToString::to_string).collect();
                    console.tell(format!("no copy is {}", states.join(" or ")));
                }
            }
            Format::Csv => {
                let mut page: Vec<Row> = Vec::new();
                let mut header = true;
                account.each_row(issue, &filter, |row| {
                    page.push(row.clone());
                    if page.len() < PAGE {
                        return Ok(());
                    }
                    console.out(rows_csv(&std::mem::take(&mut page), std::mem::take(&mut header))?)
                })?;
                console.out(rows_csv(&page, header)?)?;
            }
            Format::Json => {
                let mut rows = Vec::new();
                account.each_row(issue, &filter, |row| {
                    rows.push(row_json(row));
                    Ok(())
                })?;
                console.out(json_document("rows", rows.into()))?;
            }
        }
        Ok(ExitStatus::Success)
    }
}
