//! `digest send`.

use std::path::PathBuf;

use crate::foundation::{ExitStatus, Failure, Rate};
use crate::publication::Publication;
use crate::report::{
    Progress, SendLog, json_document, nothing_to_send, plan_view, sent_failure, sent_json, sent_view,
};
use crate::scaffold::{Prompter, Question, Unanswered};
use crate::workflow::{Manuscript, PreparedSend, SendRequest, StagedSend, Underway, clear};

use super::draft_argument::find_draft;
use super::send_events::Follower;
use super::{Context, send_test};

/// What a person is told who declines.
const NOTHING_SENT: &str = "nothing was sent";

/// Mail an issue to its lists: everyone once, however often it is run
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct Send {
    /// The draft
    draft: PathBuf,
    /// Only this list of the issue's (can be repeated)
    #[arg(long = "list", value_name = "LIST")]
    lists: Vec<String>,
    /// Only subscribers with this tag (can be repeated)
    #[arg(long = "tag", value_name = "TAG")]
    tags: Vec<String>,
    /// Show the plan and stop
    #[arg(long)]
    dry_run: bool,
    /// Send one marked copy here instead; it never counts (can be repeated)
    #[arg(long = "test", value_name = "EMAIL", conflicts_with_all = ["dry_run", "limit"])]
    test: Vec<String>,
    /// Fill test copies with this subscriber's values
    #[arg(long = "as", value_name = "EMAIL", requires = "test")]
    filled_as: Option<String>,
    /// Rehearse: an SMTP server inside the program, its own ledger, mail kept as a Maildir
    #[arg(long)]
    sandbox: bool,
    /// Send without asking
    #[arg(long, short)]
    yes: bool,
    /// Make the ledger where there is none: for a publication that never sent anything
    #[arg(long)]
    new_ledger: bool,
    /// Stop after N copies
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    limit: Option<u64>,
    /// Send at this rate (`10/s`, `600/m`, `unlimited`) instead of the one in digest.yaml
    #[arg(long, value_name = "RATE", conflicts_with = "test")]
    rate: Option<Rate>,
    /// Also to those who joined later than `late_joiners` allows
    #[arg(long)]
    late: bool,
    /// The issue has changed since it was planned: send the new edition to those who have no copy yet
    #[arg(long)]
    changed: bool,
    /// What to do with copies in doubt: `resend` may give some people two
    #[arg(long, value_enum, value_name = "WHAT", default_value_t)]
    in_doubt: InDoubt,
    /// Add a line of JSON for each event to this file (`digest schema send-log`)
    #[arg(long, value_name = "FILE", conflicts_with_all = ["test", "dry_run"])]
    log: Option<PathBuf>,
    /// Write addresses into the log as they are, not masked
    #[arg(long, requires = "log")]
    log_addresses: bool,
    /// How to print the result
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
enum InDoubt {
    /// Leave them to a person
    #[default]
    Hold,
    /// Send them again
    Resend,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
enum Format {
    /// A table for people
    #[default]
    Human,
    /// For programs
    Json,
}

impl Send {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        let publication = context.publication()?;
        let manuscript = Manuscript::of(&publication, find_draft(&self.draft, &publication, context)?)?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            // Copies are filled and signed on these, beside the connections.
            .worker_threads(std::thread::available_parallelism().map_or(2, |cores| cores.get().max(2)))
            .enable_all()
            .build()
            .map_err(|error| Failure::new(format!("the system gives no threads: {error}")))?;
        if self.test.is_empty() {
            runtime.block_on(self.send(&publication, &manuscript, context))
        } else {
            // From here on Ctrl-C must not cut a dialogue with the relay in two.
            context.environment.interrupt.leave_in_good_order();
            let test = send_test::test_of(self.test, self.filled_as, self.sandbox);
            runtime.block_on(send_test::send_test(&test, &publication, &manuscript, context))
        }
    }

    async fn send(
        &self,
        publication: &Publication,
        manuscript: &Manuscript,
        context: &mut Context,
    ) -> Result<ExitStatus, Failure> {
        manuscript.require_ready(self.sandbox)?;
        let cleared = clear(publication, manuscript)?;
        let lists = &manuscript.issue.lists;
        let staged =
            StagedSend::stage(publication, &cleared, lists, self.request(), &context.environment).await?;
        let issue = cleared.edition().issue.clone();
        let interrupt = context.environment.interrupt.clone();
        if self.yes && !self.dry_run {
            // As above; until here nothing has changed.
            interrupt.leave_in_good_order();
            let log = self.open_log(context)?;
            let plan = staged.sealed().await?;
            context.console.tell(plan_view(&issue, &plan).trim_end());
            return Box::pin(self.carry_out(plan, &issue, log, context)).await;
        }
        let plan = staged.surveyed().await?;
        context.console.tell(plan_view(&issue, &plan).trim_end());
        if self.dry_run {
            plan.abandon().await?;
            return Ok(ExitStatus::Success);
        }
        let confirmed = plan.to_send() == 0 || is_confirmed(plan.to_send(), context)?;
        // Where a Ctrl-C at the question is ending the process, this waits for it.
        interrupt.leave_in_good_order();
        if !confirmed {
            plan.abandon().await?;
            context.console.tell(NOTHING_SENT);
            return Ok(ExitStatus::Declined);
        }
        let log = self.open_log(context)?;
        Box::pin(self.carry_out(plan, &issue, log, context)).await
    }

    async fn carry_out(
        &self,
        plan: PreparedSend,
        issue: &str,
        mut log: Option<SendLog>,
        context: &mut Context,
    ) -> Result<ExitStatus, Failure> {
        let total = usize::try_from(plan.to_send()).unwrap_or(usize::MAX);
        if let Some(log) = &mut log {
            log.began(issue, plan.to_send(), &plan.relay());
        }
        let underway = if log.is_some() {
            Underway::by_name()
        } else {
            Underway::default()
        };
        let plan = plan.counted_by(underway.clone());
        let interrupt = context.environment.interrupt.clone();
        let progress = (total > 0).then(|| Progress::start(total, &context.console));
        let follower = Follower {
            progress,
            underway: &underway,
            log: log.as_mut(),
            console: &mut context.console,
        };
        let sent = follower
            .follow(|events| Box::pin(plan.send(events, &interrupt)))
            .await?;
        if let Some(log) = &mut log {
            log.ended(issue, &sent);
            if let Some(fault) = log.fault() {
                context
                    .console
                    .warn(format_args!("the log is not complete: {fault}"));
            }
        }
        let draft = self.draft.display().to_string();
        if total == 0 {
            context.console.tell(nothing_to_send(&sent));
        }
        let told = match self.format {
            Format::Human => context
                .console
                .out(format!("\n{}", sent_view(issue, &draft, &sent))),
            Format::Json => context
                .console
                .out(json_document("send", sent_json(issue, &sent))),
        };
        match sent_failure(&draft, &sent) {
            Some(failure) => Err(failure),
            None => told.map(|()| sent.status()),
        }
    }

    fn open_log(&self, context: &Context) -> Result<Option<SendLog>, Failure> {
        let Some(path) = &self.log else {
            return Ok(None);
        };
        let clock = context.environment.clock.clone();
        SendLog::open(&context.path(path), clock, self.log_addresses)
            .map(Some)
            .map_err(|error| Failure::new(format!("the log `{}` cannot be written: {error}", path.display())))
    }

    fn request(&self) -> SendRequest {
        SendRequest {
            lists: self.lists.clone(),
            tags: self.tags.clone(),
            sandbox: self.sandbox,
            new_ledger: self.new_ledger,
            limit: self.limit,
            rate: self.rate,
            late: self.late,
            changed: self.changed,
            resend_in_doubt: self.in_doubt == InDoubt::Resend,
        }
    }
}

/// A person types the number of recipients: a habit of pressing Enter sends nothing.
fn is_confirmed(copies: u64, context: &Context) -> Result<bool, Failure> {
    if !context.can_ask() {
        return Err(Failure::new("there is nobody to confirm the send")
            .hinted("`--yes` sends without asking; `--dry-run` only shows the plan"));
    }
    let prompt = format!("Type the number of recipients ({copies}) to send");
    let interrupt = &context.environment.interrupt;
    interrupt.leave_saying(format!("\n{NOTHING_SENT}\n"));
    let typed = match context.prompter().text(&Question::new(&prompt).optional()) {
        Ok(typed) => typed,
        Err(Unanswered::Interrupted) => return Ok(false),
        Err(Unanswered::Failed(failure)) => return Err(failure),
    };
    let number = typed.replace([',', '.', ' ', '\'', '\u{a0}', '\u{202f}'], "");
    Ok(number == copies.to_string())
}
