//! `digest new`

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::check::Checker;
use crate::foundation::{ExitStatus, Failure, Source};
use crate::issue::Draft;
use crate::publication::Publication;
use crate::report::{failure_text, human};
use crate::scaffold::{
    Answers, Editing, Given, Interview, Journal, NewDraft, PastIssues, Prompter, Unanswered, completed,
    parse_date, write_draft,
};

use super::Context;

/// Start an issue: asks for its parts and writes the draft
///
/// Asks for whatever is not given here: title, author, date, number, lists, each section's bullets, and the lead in your editor. Every
/// answer is on disk before the next question; after Ctrl-C `digest new` goes on where you were. Prints the new draft's path.
#[derive(Debug, clap::Args)]
pub struct New {
    /// The lead article's title
    title: Option<String>,

    /// Who wrote the lead: a key of digest.yaml's `authors`, or a full name; may be given more than once
    #[arg(long, value_name = "KEY|NAME")]
    author: Vec<String>,

    /// Where an author who is given by name works
    #[arg(long, value_name = "TEXT", requires = "author")]
    affiliation: Option<String>,

    /// The issue's date, as in 2019-02-05 [default: today]
    #[arg(long, value_parser = parse_date)]
    date: Option<Date>,

    /// The issue's number [default: the last one and 1]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    issue: Option<u32>,

    /// A list that the issue goes to; may be given more than once [default: all lists]
    #[arg(long, value_name = "NAME")]
    list: Vec<String>,

    /// The mail's subject [default: the title]
    #[arg(long)]
    subject: Option<String>,

    /// A Markdown file with the lead, and the sections if it has `##` headings
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,

    /// Go on with the answers that an interrupted `digest new` has kept
    #[arg(long = "continue", conflicts_with = "discard")]
    go_on: bool,

    /// Throw the answers away that an interrupted `digest new` has kept
    #[arg(long)]
    discard: bool,
}

impl New {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        let publication = context.publication()?;
        let past = PastIssues::of(&publication);
        let (go_on, discard) = (self.go_on, self.discard);
        let given = self.given(context)?.answers(&publication, &past)?;
        let journal = Journal::open(&publication)?;
        if discard {
            journal.discard()?;
        }
        let answers = if context.can_ask() {
            let held = ask(given, go_on, &publication, &past, &journal, context);
            held.map_err(|unanswered| stopped(unanswered, &mut *context))?
        } else {
            let kept = if go_on {
                kept_whole(&journal)?
            } else {
                Answers::default()
            };
            completed(
                kept.overlaid(given),
                &publication,
                &past,
                context.environment.clock.today(),
            )?
        };
        let draft = write_draft(&answers, &publication)?;
        if go_on || context.can_ask() {
            journal.discard()?;
        }
        show(&draft, context)
    }

    fn given(self, context: &Context) -> Result<Given, Failure> {
        Ok(Given {
            body: self.from.map(|path| read_body(&path, context)).transpose()?,
            title: self.title,
            authors: self.author,
            affiliation: self.affiliation,
            date: self.date,
            number: self.issue,
            lists: self.list,
            subject: self.subject,
        })
    }
}

fn read_body(path: &Path, context: &Context) -> Result<Source, Failure> {
    let shown = path.display();
    let bytes = std::fs::read(context.path(path))
        .map_err(|error| Failure::new(format!("`{shown}` cannot be read: {error}")))?;
    Source::decode(path, bytes)
        .map_err(|error| Failure::new(format!("`{shown}`: {error}")).hinted("save it as UTF-8"))
}

/// Goes on with kept answers, where there are some and the person wants to, and asks for the rest.
fn ask(
    given: Answers,
    go_on: bool,
    publication: &Publication,
    past: &PastIssues,
    journal: &Journal,
    context: &mut Context,
) -> Result<Answers, Unanswered> {
    let environment = &context.environment;
    let words = failure_text(&interrupted(), context.console.look_err());
    environment.interrupt.leave_saying(format!("\n{words}"));
    let mut prompter = context.prompter();
    let kept = match journal.read()? {
        Some(kept) if go_on || wants_to_go_on(&kept, journal, &mut prompter)? => kept,
        None if go_on => return Err(nothing_kept().into()),
        _ => Answers::default(),
    };
    let editor = environment
        .variable("VISUAL")
        .or_else(|| environment.variable("EDITOR"));
    let interview = Interview {
        publication,
        past,
        today: environment.clock.today(),
        editing: editor.map_or(Editing::NoEditor, |editor| Editing::In(editor.to_owned())),
        journal,
        prompter: &mut prompter,
    };
    let answers = interview.hold(kept.overlaid(given))?;
    environment.interrupt.leave_saying("");
    Ok(answers)
}

fn wants_to_go_on(
    kept: &Answers,
    journal: &Journal,
    prompter: &mut dyn Prompter,
) -> Result<bool, Unanswered> {
    if prompter.confirm(&format!("Go on with {}?", kept.summary()), true)? {
        return Ok(true);
    }
    if prompter.confirm("Throw those answers away and begin anew?", false)? {
        journal.discard()?;
        return Ok(false);
    }
    Err(Failure::new("nothing was done; the answers are kept")
        .with_status(ExitStatus::Declined)
        .into())
}

/// What was kept, with the lead as the editor left it.
fn kept_whole(journal: &Journal) -> Result<Answers, Failure> {
    let kept = journal.read()?.ok_or_else(nothing_kept)?;
    let lead = kept.lead.clone().or(journal.lead()?);
    Ok(Answers { lead, ..kept })
}

fn stopped(unanswered: Unanswered, context: &mut Context) -> Failure {
    match unanswered {
        Unanswered::Failed(failure) => failure,
        Unanswered::Interrupted => {
            // From here on the signal's handler is silent: the words are said once.
            context.environment.interrupt.leave_in_good_order();
            // The question's line is still open.
            context.console.err("\n");
            interrupted()
        }
    }
}

fn interrupted() -> Failure {
    Failure::new("interrupted; every answer so far is kept")
        .hinted("`digest new` goes on from there")
        .with_status(ExitStatus::Declined)
}

fn nothing_kept() -> Failure {
    Failure::new("there is nothing to go on with: no `digest new` was interrupted here")
        .hinted("`digest new` without `--continue` begins a new draft")
}

/// The draft's path as data, and for the person what the check would still want of it.
fn show(draft: &NewDraft, context: &mut Context) -> Result<ExitStatus, Failure> {
    let usable = context.usable(&draft.path).display().to_string();
    context.console.out_line(&usable)?;
    // Read anew: an author may have been added to digest.yaml.
    let publication = context.publication()?;
    let written = Draft::read(&draft.path, publication.shown(&draft.path))?;
    let found = Checker::new(&publication).check_draft(&written).diagnostics;
    if found.is_empty() {
        context.console.tell("`digest check` finds nothing to mend");
        return Ok(ExitStatus::Success);
    }
    let mut drawn = Vec::new();
    // Writing to memory cannot fail.
    let _ = human(&found, context.console.look_err(), &mut drawn);
    context.console.tell("what `digest check` still wants:\n");
    context.console.tell(String::from_utf8_lossy(&drawn).trim_end());
    Ok(ExitStatus::Success)
}
