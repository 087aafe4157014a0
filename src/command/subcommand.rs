//! The commands there are.

use crate::foundation::{ExitStatus, Failure};

use super::Context;
use super::{cancel::Cancel, resolve::Resolve, send::Send, status::Status, subscribers::Subscribers};
use super::{
    check::Check, doctor::Doctor, explain::Explain, init::Init, new::New, render::Render, rules::Rules,
};
use super::{completions::Completions, man::Man, schema::Schema};

/// The commands there are, in the order in which a newsletter meets them.
#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
    /// Make a new publication
    Init(Init),
    /// Start an issue: asks for its parts and writes the draft
    New(Box<New>),
    /// Hold drafts and lists against the house style
    Check(Check),
    /// List what is checked
    Rules(Rules),
    /// Tell why a rule is there and what to do about its findings
    Explain(Explain),
    /// Show what a subscriber gets
    Render(Render),
    /// See whether a send could go through, and arrive: relay, DNS records, clock, ledger, copies
    Doctor(Doctor),
    /// Mail an issue to its lists: everyone once, however often it is run
    Send(Box<Send>),
    /// Tell who has an issue, who has not, and why
    Status(Status),
    /// Record a person's verdict on copies in doubt or refused
    Resolve(Resolve),
    /// Call off what was not sent yet
    Cancel(Cancel),
    /// See and change who is on the lists, and who must not get mail
    #[command(subcommand)]
    Subscribers(Subscribers),
    /// Print the JSON Schema of digest.yaml, of a draft's front matter, or of a report
    ///
    /// An editor that knows it completes keys, tells what they mean, and marks mistakes while one types. `digest schema > digest.schema.json`
    /// and a first line `# yaml-language-server: $schema=digest.schema.json` in digest.yaml are enough for most.
    Schema(Schema),
    /// Print a script by which a shell completes commands and flags
    ///
    /// For bash, print it into `~/.local/share/bash-completion/completions/digest`; for fish, into `~/.config/fish/completions/digest.fish`;
    /// for zsh, into a file `_digest` in a folder that `$fpath` names.
    Completions(Completions),
    /// Print the manual page, or write the pages of all commands into a folder
    ///
    /// `digest man -o ~/.local/share/man/man1` puts them where `man digest` and `man digest-send` find them.
    Man(Man),
}

impl Subcommand {
    /// Does it.
    pub fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        match self {
            Self::Init(command) => command.run(context),
            Self::New(command) => command.run(context),
            Self::Check(command) => command.run(context),
            Self::Rules(command) => command.run(context),
            Self::Explain(command) => command.run(context),
            Self::Render(command) => command.run(context),
            Self::Doctor(command) => command.run(context),
            Self::Send(command) => command.run(context),
            Self::Status(command) => command.run(context),
            Self::Resolve(command) => command.run(context),
            Self::Cancel(command) => command.run(context),
            Self::Subscribers(command) => command.run(context),
            Self::Schema(command) => command.run(context),
            Self::Completions(command) => command.run(context),
            Self::Man(command) => command.run(context),
        }
    }
}
