//! `digest completions`

use clap::CommandFactory;
use clap_complete::{Shell, generate};

use crate::foundation::{ExitStatus, Failure};

use super::{Arguments, Context};

/// Print a script by which a shell completes commands and flags
#[derive(Debug, clap::Args)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        // Into memory first: the generators panic where their output cannot be written.
        let mut script = Vec::new();
        generate(self.shell, &mut Arguments::command(), "digest", &mut script);
        context.console.out_with(|out| out.write_all(&script))?;
        Ok(ExitStatus::Success)
    }
}
