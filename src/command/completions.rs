//! `digest completions`

use clap::CommandFactory;
use clap_complete::{Shell, generate};

use crate::foundation::{ExitStatus, Failure};

use super::{Arguments, Context};

/// Print a script by which a shell completes commands and flags
///
/// For bash: `digest completions bash > ~/.local/share/bash-completion/completions/digest`. For fish: `digest completions fish >
/// ~/.config/fish/completions/digest.fish`. For zsh: a file `_digest` in a folder that `$fpath` names.
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
