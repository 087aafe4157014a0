//! `digest resolve`.

use crate::foundation::{Address, CanonicalAddress, ExitStatus, Failure, plural};
use crate::ledger::{IssueKey, RowFilter, RowState, Verdict};
use crate::report::state_named;
use crate::workflow::{Account, Desk};

use super::Context;

/// Record a person's verdict on copies in doubt or refused
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
#[command(group = clap::ArgGroup::new("verdict").required(true))]
pub struct Resolve {
    /// The draft or the issue's id
    draft: String,
    /// The copies in doubt did arrive: they count as accepted
    #[arg(long, group = "verdict")]
    delivered: bool,
    /// The copies in doubt did not arrive: the next send sends them
    #[arg(long, group = "verdict")]
    not_delivered: bool,
    /// The copies refused are to be tried again
    #[arg(long, group = "verdict")]
    retry: bool,
    /// Whose copies
    #[arg(value_name = "EMAIL", required_unless_present_any = ["states", "code"])]
    emails: Vec<String>,
    /// Every copy in this state (can be repeated)
    #[arg(long = "state", value_name = "STATE", value_parser = state_named)]
    states: Vec<RowState>,
    /// Every copy whose last answer had this enhanced status code, as 5.7.1
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
    /// Settle in the sandbox's ledger
    #[arg(long)]
    sandbox: bool,
}

impl Resolve {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        let publication = context.publication()?;
        let desk = if self.sandbox { Desk::Sandbox } else { Desk::Live };
        let filter = self.filter()?;
        let mut account = Account::open(&publication, &context.environment, desk)?;
        let issue = account.issue(&publication, &self.draft)?;
        let (verdict, becomes) = match (self.delivered, self.retry) {
            (true, _) => (Verdict::Delivered, "counted as accepted"),
            (_, true) => (Verdict::Retry, "planned again, for the next `digest send`"),
            _ => (Verdict::NotDelivered, "planned again, for the next `digest send`"),
        };
        let strangers = strangers(&mut account, &issue, &filter)?;
        let changed = account.settle(&issue, &filter, verdict)?;
        let changed = usize::try_from(changed).unwrap_or(usize::MAX);
        if changed == 0 {
            let fitting = if self.retry {
                "refused or expired"
            } else {
                "in doubt"
            };
            return Err(Failure::new(format!(
                "none of these copies is {fitting}, so nothing was changed"
            ))
            .with_status(ExitStatus::Findings)
            .hinted(format!(
                "`digest status {} --state {}` lists those that are",
                self.draft,
                if self.retry { "rejected" } else { "in-doubt" }
            )));
        }
        context
            .console
            .tell(format!("{} {becomes}", plural(changed, "copy")));
        if strangers.is_empty() {
            return Ok(ExitStatus::Success);
        }
        for stranger in strangers {
            context.console.warn(format!(
                "`{stranger}` has no copy of this issue, so nothing was changed for it"
            ));
        }
        Ok(ExitStatus::Findings)
    }

    fn filter(&self) -> Result<RowFilter, Failure> {
        let addresses = self.emails.iter().map(|email| {
            Address::parse(email)
                .map(|address| address.canonical())
                .map_err(|error| Failure::new(format!("`{email}` is no address: {error}")))
        });
        Ok(RowFilter {
            states: self.states.clone(),
            addresses: addresses.collect::<Result<_, _>>()?,
            enhanced: self.code.clone(),
        })
    }
}

/// Who is named and has no copy of the issue.
fn strangers(
    account: &mut Account,
    issue: &IssueKey,
    filter: &RowFilter,
) -> Result<Vec<CanonicalAddress>, Failure> {
    let mut strangers = filter.addresses.clone();
    if !strangers.is_empty() {
        let named = RowFilter {
            addresses: filter.addresses.clone(),
            ..RowFilter::default()
        };
        account.each_row(issue, &named, |row| {
            strangers.retain(|stranger| *stranger != row.canonical);
            Ok(())
        })?;
    }
    Ok(strangers)
}
