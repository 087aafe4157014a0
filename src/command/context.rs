//! What every command is given.

use std::path::{Component, Path, PathBuf};

use crate::foundation::{Environment, Failure};
use crate::publication::Publication;
use crate::report::{Console, TerminalPrompter};

use super::Options;

/// The outside world, the way to print, and what was said to every command.
#[derive(Debug)]
pub struct Context {
    /// The outside world; its directory is the one that `-C` names.
    pub environment: Environment,
    /// The way to print.
    pub console: Console,
    /// What was said to every command.
    pub options: Options,
}

impl Context {
    /// The publication that one stands in.
    pub fn publication(&self) -> Result<Publication, Failure> {
        Publication::find(&self.environment.directory)
    }

    /// Whether a person is there to be asked, and wants to be.
    pub fn can_ask(&self) -> bool {
        self.environment.terminal.is_interactive() && !self.options.no_input
    }

    /// Who asks, where somebody can be asked.
    pub fn prompter(&self) -> TerminalPrompter {
        TerminalPrompter::new(self.console.colors_err())
    }

    /// A path from the command line, absolute and without `.` and `..`, so that it can be compared with the publication's folder.
    pub fn path(&self, given: &Path) -> PathBuf {
        let mut path = PathBuf::new();
        for component in self.environment.directory.join(given).components() {
            match component {
                Component::CurDir => {}
                Component::ParentDir => {
                    path.pop();
                }
                other => path.push(other),
            }
        }
        path
    }

    /// A file's path as the person can use it where the program was started: relative below the current folder, else absolute.
    pub fn usable<'a>(&self, path: &'a Path) -> &'a Path {
        // After `-C` the person's shell still stands elsewhere.
        if self.options.directory.is_some() {
            return path;
        }
        path.strip_prefix(&self.environment.directory).unwrap_or(path)
    }
}
