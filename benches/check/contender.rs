//! Who is measured.

use std::error::Error;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::measuring::{Measured, leave_out, peer};

/// What makes `digest check` leave out the rules that look at the rendered message.
const WITHOUT_RENDERING: &[&str] = &["--no-render"];

/// What is asked of a contender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Task {
    /// Our rules that need no rendering, on the large publication.
    Unrendered,
    /// All our rules, on the large publication.
    Everything,
    /// rumdl, on the drafts of the large publication.
    Rumdl,
    /// markdownlint-cli2, on the same.
    Markdownlint,
    /// All our rules, on the one issue of a publication.
    Alone,
    /// All our rules, on one issue of the large publication.
    Among,
}

/// A command to be measured.
pub(crate) struct Contender {
    /// What it does.
    pub(crate) task: Task,
    /// What the table calls it.
    pub(crate) name: &'static str,
    folder: PathBuf,
    command: Vec<OsString>,
}

impl Contender {
    fn new(task: Task, name: &'static str, folder: &Path, program: impl Into<OsString>) -> Self {
        Self {
            task,
            name,
            folder: folder.to_owned(),
            command: vec![program.into()],
        }
    }

    fn with(mut self, arguments: &[&str]) -> Self {
        self.command.extend(arguments.iter().map(OsString::from));
        self
    }

    /// Runs it once. A linter that finds something ends with 1; anything above means that it did not do its work.
    pub(crate) fn run(&self) -> Result<Measured, Box<dyn Error>> {
        let measured = Measured::running(&self.folder, &self.command, |_| {})?;
        match measured.status {
            0 | 1 => Ok(measured),
            status => Err(format!("{} ended with {status}: {}", self.name, measured.said).into()),
        }
    }
}

/// Everybody who is there, on a large publication and on one of a single issue. Says which peers are not there.
pub(crate) fn contenders(large: &Path, small: &Path) -> Result<Vec<Contender>, Box<dyn Error>> {
    let last = PathBuf::from("drafts").join(last_draft(large)?);
    let last = last.to_string_lossy();
    let digest = |task, name, folder| {
        Contender::new(task, name, folder, env!("CARGO_BIN_EXE_digest")).with(&["check"])
    };
    let mut contenders = vec![
        digest(
            Task::Unrendered,
            "`digest check`, the rules that need no rendering",
            large,
        )
        .with(WITHOUT_RENDERING),
        digest(Task::Everything, "`digest check`, everything", large),
        digest(
            Task::Alone,
            "`digest check`, one issue in a publication of one",
            small,
        ),
        digest(Task::Among, "`digest check`, one issue among 600", large).with(&[&last]),
    ];
    contenders.extend(rumdl(large));
    contenders.extend(markdownlint(large));
    Ok(contenders)
}

fn last_draft(folder: &Path) -> Result<OsString, Box<dyn Error>> {
    let drafts: Result<Vec<_>, _> = folder.join("drafts").read_dir()?.collect();
    let last = drafts?.into_iter().map(|draft| draft.file_name()).max();
    last.ok_or_else(|| "there is no draft".into())
}

/// Without its cache, which would answer from the second run on, and without the rule on long lines: prose has a paragraph a line.
fn rumdl(folder: &Path) -> Option<Contender> {
    let program = installed("bin/rumdl", "rumdl")?;
    let contender = Contender::new(Task::Rumdl, "rumdl", folder, program);
    Some(contender.with(&[
        "check",
        "--no-config",
        "--no-cache",
        "--disable",
        "MD013",
        "drafts",
    ]))
}

/// Without the rule on long lines.
fn markdownlint(folder: &Path) -> Option<Contender> {
    let program = installed("node_modules/.bin/markdownlint-cli2", "markdownlint-cli2")?;
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/check/long_lines.markdownlint.json");
    let contender = Contender::new(Task::Markdownlint, "markdownlint-cli2", folder, program);
    Some(contender.with(&["--config", &config.to_string_lossy(), "drafts/*.md"]))
}

/// A peer's program; says so where it is not there.
fn installed(path: &str, name: &str) -> Option<PathBuf> {
    let program = peer(path);
    if program.is_none() {
        leave_out(name, "`benches/install-peers`");
    }
    program
}
