//! What has changed, as git sees it.

use std::collections::BTreeSet;
use std::path::Path;

use crate::foundation::Failure;
use crate::publication::Publication;

use super::git::{GitFault, git};

/// The revision that is meant where none is named: what was committed last.
const HEAD: &str = "HEAD";

/// The files of a publication that are not as they were where the work left a revision: changed, new, or not yet known to git.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChangedFiles {
    /// From the publication's folder, parted by `/`.
    paths: BTreeSet<String>,
}

impl ChangedFiles {
    /// Asks git what has changed since the work left `revision`: since their merge base, so that what others did there meanwhile is not
    /// taken for a change made here. For `HEAD` that is whatever is not committed.
    ///
    /// # Errors
    ///
    /// Where git is not installed, the publication is in no repository, or the revision or the point where they part is not known.
    pub fn since(revision: &str, publication: &Publication) -> Result<Self, Failure> {
        let root = publication.root.as_path();
        git(root, ["rev-parse", "--is-inside-work-tree"]).map_err(|fault| no_repository(&fault))?;
        let base = base(root, revision)?;
        let changed = [
            "diff",
            "--name-only",
            "-z",
            "--no-renames",
            "--no-ext-diff",
            "--no-textconv",
            "--relative",
            "--diff-filter=d",
            base.as_str(),
            "--",
        ];
        let untracked = ["ls-files", "--others", "--exclude-standard", "-z"];
        let mut paths = listed(root, changed)?;
        paths.extend(listed(root, untracked)?);
        Ok(Self { paths })
    }

    /// Whether a file has changed, or one in the folder that holds a draft's images. `path` is from the publication's folder.
    pub(super) fn holds(&self, path: &Path) -> bool {
        let path = path.to_string_lossy().replace('\\', "/");
        if self.paths.contains(&path) {
            return true;
        }
        let Some(stem) = path.strip_suffix(".md") else {
            return false;
        };
        let folder = format!("{stem}/");
        let mut after = self.paths.range(folder.clone()..);
        after.next().is_some_and(|file| file.starts_with(&folder))
    }
}

/// The commit, or for a repository that has none yet the empty tree, that the files are held against.
fn base(root: &Path, revision: &str) -> Result<String, Failure> {
    let commit = format!("{revision}^{{commit}}");
    let found = git(root, ["rev-parse", "--verify", "--end-of-options", &commit]);
    let commit = match found {
        Ok(answer) => word(&answer),
        Err(GitFault::Declined(_)) if revision == HEAD => {
            return git(root, ["hash-object", "-t", "tree", "--stdin"])
                .map(|answer| word(&answer))
                .map_err(|fault| Failure::new(fault.to_string()));
        }
        Err(fault) => return Err(unknown_revision(revision, &fault)),
    };
    if revision == HEAD {
        return Ok(commit);
    }
    git(root, ["merge-base", &commit, HEAD])
        .map(|answer| word(&answer))
        .map_err(|_| no_merge_base(revision))
}

fn listed<'a>(
    root: &Path,
    arguments: impl IntoIterator<Item = &'a str>,
) -> Result<BTreeSet<String>, Failure> {
    let answer = git(root, arguments).map_err(|fault| Failure::new(fault.to_string()))?;
    let names = answer.split(|byte| *byte == 0).filter(|name| !name.is_empty());
    Ok(names
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect())
}

fn word(answer: &[u8]) -> String {
    String::from_utf8_lossy(answer).trim().to_owned()
}

fn no_repository(fault: &GitFault) -> Failure {
    let failure = Failure::new(format!("what has changed cannot be told: {fault}"));
    failure.hinted("`--changed` asks git; without it everything is checked")
}

fn unknown_revision(revision: &str, fault: &GitFault) -> Failure {
    if !matches!(fault, GitFault::Declined(_)) {
        return no_repository(fault);
    }
    Failure::new(format!("git knows no revision `{revision}`")).hinted(
        "`--changed=REV` takes a branch, a tag or a commit that is in this clone; `git fetch` brings what is missing, \
         in GitHub Actions `fetch-depth: 0` does",
    )
}

fn no_merge_base(revision: &str) -> Failure {
    Failure::new(format!(
        "git does not know where this work and `{revision}` part"
    ))
    .hinted("the clone is shallow: `git fetch --unshallow` brings the rest, in GitHub Actions `fetch-depth: 0` does")
}
