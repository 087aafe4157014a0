//! What git knows.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

/// Why git gave no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum GitFault {
    /// There is no git on this machine.
    #[error("git is not installed")]
    Missing,
    /// It could not be run.
    #[error("git cannot be run: {0}")]
    Unrunnable(io::Error),
    /// It declined, in these words.
    #[error("git says: {0}")]
    Declined(String),
}

/// Asks git something about the folder `root`, and gives what it prints. It reads only, and starts no program that the repository's own
/// settings name.
pub(super) fn git<'a>(
    root: &Path,
    arguments: impl IntoIterator<Item = &'a str>,
) -> Result<Vec<u8>, GitFault> {
    let mut command = Command::new("git");
    command
        .args([
            "-c",
            "core.fsmonitor=false",
            "--no-optional-locks",
            "--literal-pathspecs",
        ])
        .args(arguments)
        .current_dir(root)
        .stdin(Stdio::null());
    // A hook of another repository or work tree may have set these: what is meant is the repository around `root`.
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(variable);
    }
    // What git says is looked at below, in no language but this.
    command.env("LC_ALL", "C");
    let output = command.output().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => GitFault::Missing,
        _ => GitFault::Unrunnable(error),
    })?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let line = said.lines().next().unwrap_or("nothing").trim();
    Err(GitFault::Declined(
        line.strip_prefix("fatal: ").unwrap_or(line).to_owned(),
    ))
}
