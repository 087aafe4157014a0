//! git, in a publication.

use std::process::{Command, Stdio};

use super::TestPublication;

/// Runs git in a publication, without whatever this machine has set; whether there is a git to run.
pub(crate) fn git(publication: &TestPublication, arguments: &[&str]) -> bool {
    let status = Command::new("git")
        .args(arguments)
        .current_dir(publication.root())
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.is_ok_and(|status| status.success())
}
