//! The folder itself.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::foundation::{Failure, Source, plural};

use super::{Config, value};

const CONFIG: &str = "digest.yaml";
const LIST_KINDS: [&str; 3] = ["csv", "yaml", "yml"];

/// A publication that was found and whose digest.yaml makes sense.
#[derive(Debug, Clone)]
pub struct Publication {
    /// The folder, absolute.
    pub root: PathBuf,
    /// What digest.yaml says.
    pub config: Config,
}

impl Publication {
    /// Seeks digest.yaml in `start` and the folders above it, and opens the first publication found.
    pub fn find(start: &Path) -> Result<Self, Failure> {
        let start = absolute(start)?;
        match start.ancestors().find(|folder| folder.join(CONFIG).is_file()) {
            Some(root) => Self::open(root),
            None => Err(not_found(
                &start,
                &format!(
                    "there is no digest.yaml in `{}` or in a folder above it",
                    start.display()
                ),
            )),
        }
    }

    /// Opens the publication whose digest.yaml lies in `root` itself. The failure holds all its mistakes.
    pub fn open(root: &Path) -> Result<Self, Failure> {
        let root = absolute(root)?;
        let bytes = fs::read(root.join(CONFIG)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => {
                not_found(&root, &format!("there is no digest.yaml in `{}`", root.display()))
            }
            _ => Failure::new(format!(
                "`{}` cannot be read: {error}",
                root.join(CONFIG).display()
            )),
        })?;
        let source = Source::decode(CONFIG, bytes)
            .map_err(|error| Failure::new(format!("`{CONFIG}`: {error}")).hinted("save it as UTF-8"))?;
        let config = Config::read(&Arc::new(source)).map_err(|findings| {
            let mistakes = plural(findings.len(), "mistake");
            Failure::new(format!("`{CONFIG}` has {mistakes}")).with_diagnostics(findings)
        })?;
        Ok(Self { root, config })
    }

    /// The drafts, `drafts/*.md` without hidden files, in the order of their names.
    pub fn drafts(&self) -> Vec<PathBuf> {
        visible_files(&self.drafts_folder(), |extension| extension == "md")
    }

    /// The lists' files, `subscribers/*.csv`, `*.yaml` and `*.yml` without hidden files, in the order of their names.
    pub fn list_files(&self) -> Vec<PathBuf> {
        visible_files(&self.lists_folder(), |extension| LIST_KINDS.contains(&extension))
    }

    /// A list's file; `None` where it has none. Fails where it has several: which of them counts is not for us to guess.
    pub fn list_path(&self, name: &str) -> Result<Option<PathBuf>, Failure> {
        if value::name(name).is_err() {
            return Ok(None);
        }
        let paths = LIST_KINDS.map(|kind| self.lists_folder().join(format!("{name}.{kind}")));
        let mut found = paths.into_iter().filter(|path| path.is_file());
        match (found.next(), found.next()) {
            (Some(one), Some(other)) => Err(Failure::new(format!(
                "the list `{name}` has two files, `{}` and `{}`",
                self.shown(&one).display(),
                self.shown(&other).display()
            ))
            .hinted("keep one of them")),
            (found, _) => Ok(found),
        }
    }

    /// The folder of the drafts.
    pub fn drafts_folder(&self) -> PathBuf {
        self.root.join("drafts")
    }

    /// The folder of the lists.
    pub fn lists_folder(&self) -> PathBuf {
        self.root.join("subscribers")
    }

    /// The folder of the templates that stand in for the built-in ones.
    pub fn templates_folder(&self) -> PathBuf {
        self.root.join("templates")
    }

    /// The folder in which each real send leaves its file; it belongs in git.
    pub fn sends_folder(&self) -> PathBuf {
        self.root.join("sends")
    }

    /// The folder of what this machine knows: ledger, key, sandbox. Never in git.
    pub fn state_folder(&self) -> PathBuf {
        self.root.join(".digest")
    }

    /// The file of the key.
    pub fn key_path(&self) -> PathBuf {
        self.state_folder().join("key")
    }

    /// The file of the ledger.
    pub fn ledger_path(&self) -> PathBuf {
        self.within(&self.config.ledger)
    }

    /// A path as digest.yaml has it (a relay's `password_file`, `ca_file`), made absolute.
    pub fn within(&self, path: &Path) -> PathBuf {
        self.root.join(path)
    }

    /// A file's path as a person should see it: from the publication's folder, where it lies inside.
    pub fn shown<'a>(&self, path: &'a Path) -> &'a Path {
        path.strip_prefix(&self.root).unwrap_or(path)
    }
}

fn absolute(folder: &Path) -> Result<PathBuf, Failure> {
    std::path::absolute(folder)
        .map_err(|error| Failure::new(format!("`{}` is no folder: {error}", folder.display())))
}

fn not_found(start: &Path, message: &str) -> Failure {
    let failure = Failure::new(message);
    let misnamed = start
        .ancestors()
        .map(|folder| folder.join("digest.yml"))
        .find(|path| path.is_file());
    match misnamed {
        Some(path) => failure.hinted(format!("rename `{}` to `digest.yaml`", path.display())),
        None => failure.hinted("`digest init` makes a publication; `-C DIR` goes to one elsewhere"),
    }
}

/// A folder's files of some kinds; none where there is no such folder.
fn visible_files(folder: &Path, wanted: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| {
            let hidden = path
                .file_name()
                .is_none_or(|name| name.as_encoded_bytes().starts_with(b"."));
            let kind = path.extension().and_then(|extension| extension.to_str());
            !hidden && kind.is_some_and(&wanted) && path.is_file()
        })
        .collect();
    paths.sort();
    paths
}
