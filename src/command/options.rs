//! What can be said to every command.

use std::path::PathBuf;

use crate::report::{ColorWhen, Verbosity};

/// What can be said to every command.
#[derive(Debug, Clone, Default, clap::Args)]
#[command(next_help_heading = "Global options")]
pub struct Options {
    /// Run as if started in DIR
    #[arg(short = 'C', value_name = "DIR", global = true)]
    pub directory: Option<PathBuf>,

    /// Print errors, warnings and data, nothing else
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,

    /// Tell more of what is being done
    #[arg(short, long, global = true)]
    pub verbose: bool,

    /// When to print in colour; `auto` obeys `NO_COLOR`
    #[arg(
        long,
        value_name = "WHEN",
        value_enum,
        default_value_t,
        hide_possible_values = false,
        global = true
    )]
    pub color: ColorWhen,

    /// Never ask: a missing answer is an error that names its flag
    #[arg(long, global = true)]
    pub no_input: bool,
}

impl Options {
    /// How much is to be told.
    pub fn verbosity(&self) -> Verbosity {
        match (self.quiet, self.verbose) {
            (true, _) => Verbosity::Quiet,
            (false, true) => Verbosity::Verbose,
            (false, false) => Verbosity::Normal,
        }
    }
}
