//! The command line as parsed.

use std::ffi::OsString;

use clap::{CommandFactory, FromArgMatches};

use crate::foundation::Environment;
use crate::report::ColorWhen;

use super::{Options, Subcommand};

const AFTER_HELP: &str = "\
Exit status: 0 done · 1 findings, or some copies finally refused · 2 nothing could start · 3 copies in doubt · \
75 run it again · 130 declined or interrupted";

/// Keep a newsletter as files, check it, render it, and mail it so that everyone gets it once
#[derive(Debug, clap::Parser)]
#[command(
    name = "digest",
    version,
    propagate_version = false,
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = AFTER_HELP,
)]
pub struct Arguments {
    /// What can be said to every command.
    #[command(flatten)]
    pub options: Options,

    /// What to do.
    #[command(subcommand)]
    pub command: Subcommand,
}

impl Arguments {
    /// Parses arguments, the program's name first. The error is also how help and version are asked for.
    pub fn read(arguments: Vec<OsString>, environment: &Environment) -> Result<Self, clap::Error> {
        let widest = environment.terminal.width.map_or(100, usize::from);
        let command = Self::command().term_width(widest.min(100));
        Self::from_arg_matches(&command.try_get_matches_from(arguments)?)
    }

    /// The `--color` that stands among arguments, where they cannot be parsed as a whole: help and usage errors obey it too.
    pub fn color_asked_for(arguments: &[OsString]) -> ColorWhen {
        let words: Vec<&str> = arguments.iter().filter_map(|word| word.to_str()).collect();
        let after = |pair: &[&str]| (pair[0] == "--color").then(|| pair[1].to_owned());
        let apart = words.windows(2).find_map(after);
        let joined = words
            .iter()
            .find_map(|word| word.strip_prefix("--color=").map(str::to_owned));
        let asked = apart.or(joined);
        asked
            .and_then(|when| clap::ValueEnum::from_str(&when, false).ok())
            .unwrap_or_default()
    }
}
