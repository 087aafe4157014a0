//! `digest status`.

use crate::foundation::{ExitStatus, Failure};
use crate::ledger::{Row, RowFilter, RowState};
use crate::report::{
    counts_table, json_document, reason_lines, row_json, row_line, rows_csv, state_named, status_json,
};
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
        let mut account = Account::open_to_look(&publication, &context.environment, desk)?;
        if account.is_read_only() {
            context.console.tell(
                "the ledger cannot be written here: this is what it says, and nothing can be sent by it",
            );
        }
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
                let mut told = Vec::new();
                for (issue, (id, counts)) in issues.iter().zip(pairs) {
                    told.push(status_json(id, counts, &account.reasons(issue)?));
                }
                context.console.out(json_document("issues", told.into()))?;
            }
            Format::Human if counts.is_empty() => context.console.tell("nothing was sent yet"),
            Format::Human => {
                context.console.out(counts_table(pairs))?;
                if let (Some(_), [issue]) = (&self.draft, issues.as_slice()) {
                    let reasons = reason_lines(&account.reasons(issue)?);
                    if !reasons.is_empty() {
                        context.console.out(format!("\n{reasons}"))?;
                    }
                }
            }
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
