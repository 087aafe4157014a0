//! The `digest` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    digest_cli::run::run_process().into()
}
