//! What has changed, as git sees it. Without git on the machine there is nothing to ask.

use std::path::{Path, PathBuf};
use std::process::Command;

use digest_cli::check::{ChangedFiles, Checker, Targets};

use crate::support::{TestPublication, good_draft};

/// A repository in a temporary folder with a publication in its folder `news`.
struct Repository {
    publication: TestPublication,
}

impl Repository {
    /// One commit with two drafts and a list; `None` where there is no git.
    fn new() -> Option<Self> {
        let draft = |name: &str, issue: &str| {
            good_draft()
                .replace("2019-02-05-crossroads", name)
                .replace("issue: 197", &format!("issue: {issue}"))
        };
        let publication = TestPublication::new()
            .file("drafts/a.md", draft("a", "1"))
            .file("drafts/b.md", draft("b", "2"))
            .file("subscribers/weekly.csv", "email\nreader@example.org\n");
        let repository = Self { publication };
        if !repository.git(&["init", "-q", "-b", "main"]) {
            return None;
        }
        repository.commit();
        Some(repository)
    }

    /// Runs git without whatever this machine has set.
    fn git(&self, arguments: &[&str]) -> bool {
        let mut command = Command::new("git");
        for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
            command.env_remove(variable);
        }
        let who = [
            "-c",
            "user.name=Somebody",
            "-c",
            "user.email=somebody@example.org",
        ];
        let ran = command
            .args(who)
            .args(["-c", "commit.gpgsign=false"])
            .args(arguments)
            .current_dir(self.publication.root())
            .output();
        ran.is_ok_and(|output| output.status.success())
    }

    fn commit(&self) {
        assert!(self.git(&["add", "-A"]));
        assert!(self.git(&["commit", "-q", "--allow-empty", "-m", "something"]));
    }

    fn write(&self, path: &str, text: &str) {
        digest_cli::foundation::replace(&self.publication.path(path), text.as_bytes())
            .expect("the file can be written");
    }

    fn edit(&self, path: &str) {
        let text = std::fs::read_to_string(self.publication.path(path)).expect("the file is there");
        self.write(path, &format!("{text}\n"));
    }

    /// The files that are checked of those that have changed.
    fn checked(&self, revision: &str) -> Result<Vec<PathBuf>, String> {
        let publication = self.publication.open();
        let changed = ChangedFiles::since(revision, &publication).map_err(|failure| failure.message)?;
        let findings = Checker::new(&publication)
            .only_changed(changed)
            .check(&Targets::Everything)
            .expect("everything can be checked");
        Ok(findings.files().to_vec())
    }
}

fn paths<const N: usize>(paths: [&str; N]) -> Vec<PathBuf> {
    paths.iter().map(PathBuf::from).collect()
}

#[test]
fn after_a_commit_nothing_has_changed() {
    let Some(repository) = Repository::new() else {
        return;
    };
    assert_eq!(repository.checked("HEAD"), Ok(paths([])));
}

#[test]
fn what_is_edited_staged_or_new_has_changed() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.edit("drafts/a.md");
    repository.edit("subscribers/weekly.csv");
    repository.write("drafts/Ünïcode und mehr.md", "# New\n");
    let expected = paths([
        "drafts/a.md",
        "drafts/Ünïcode und mehr.md",
        "subscribers/weekly.csv",
    ]);
    assert_eq!(repository.checked("HEAD"), Ok(expected.clone()));
    assert!(repository.git(&["add", "-A"]));
    assert_eq!(repository.checked("HEAD"), Ok(expected));
}

#[test]
fn what_git_ignores_or_is_gone_is_not_checked() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.write(".gitignore", "drafts/c.md\n");
    repository.write("drafts/c.md", "# Private\n");
    std::fs::remove_file(repository.publication.path("drafts/b.md")).expect("it is there");
    assert_eq!(repository.checked("HEAD"), Ok(paths([])));
}

#[test]
fn a_draft_changes_with_its_images() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.write("drafts/b/map.png", "an image");
    repository.write("drafts/bc/map.png", "an image");
    assert_eq!(repository.checked("HEAD"), Ok(paths(["drafts/b.md"])));
}

#[test]
fn what_others_did_meanwhile_is_no_change_made_here() {
    let Some(repository) = Repository::new() else {
        return;
    };
    assert!(repository.git(&["checkout", "-q", "-b", "work"]));
    repository.edit("drafts/a.md");
    repository.commit();
    assert!(repository.git(&["checkout", "-q", "main"]));
    repository.edit("drafts/b.md");
    repository.commit();
    assert!(repository.git(&["checkout", "-q", "work"]));
    assert_eq!(repository.checked("main"), Ok(paths(["drafts/a.md"])));
    assert_eq!(repository.checked("HEAD"), Ok(paths([])));
}

#[test]
fn before_the_first_commit_everything_has_changed() {
    let publication = TestPublication::new().draft(&good_draft());
    let repository = Repository { publication };
    if repository.git(&["init", "-q"]) {
        assert_eq!(repository.checked("HEAD"), Ok(paths(["drafts/a.md"])));
        assert!(repository.git(&["add", "-A"]));
        assert_eq!(repository.checked("HEAD"), Ok(paths(["drafts/a.md"])));
    }
}

#[test]
fn a_publication_below_the_repositorys_root_has_paths_of_its_own() {
    let outer = tempfile::tempdir().expect("a temporary folder");
    let at = |path: &str| outer.path().join(path);
    let write = |path: &str, text: &str| {
        digest_cli::foundation::replace(&at(path), text.as_bytes()).expect("the file can be written");
    };
    write("news/digest.yaml", crate::support::HOUSE_STYLE);
    write("news/drafts/a.md", &good_draft());
    write("drafts/elsewhere.md", "# Elsewhere\n");
    let mut git = Command::new("git");
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        git.env_remove(variable);
    }
    let made = git.args(["init", "-q"]).current_dir(outer.path()).status();
    if !made.is_ok_and(|status| status.success()) {
        return;
    }
    let publication = digest_cli::publication::Publication::open(&at("news")).expect("it makes sense");
    let changed = ChangedFiles::since("HEAD", &publication).expect("git answers");
    let findings = Checker::new(&publication)
        .only_changed(changed)
        .check(&Targets::Everything)
        .expect("everything can be checked");
    assert_eq!(findings.files(), [Path::new("drafts/a.md")]);
}

#[test]
fn a_revision_that_git_does_not_know_is_named() {
    let Some(repository) = Repository::new() else {
        return;
    };
    for revision in ["nope", "--output=x", "-h", "HEAD..main", ""] {
        assert_eq!(
            repository.checked(revision),
            Err(format!("git knows no revision `{revision}`"))
        );
    }
}

#[test]
fn histories_that_never_met_have_nothing_to_compare() {
    let Some(repository) = Repository::new() else {
        return;
    };
    assert!(repository.git(&["checkout", "-q", "--orphan", "alone"]));
    repository.edit("drafts/a.md");
    repository.commit();
    assert_eq!(
        repository.checked("main"),
        Err("git does not know where this work and `main` part".to_owned())
    );
}

#[test]
fn outside_a_repository_there_is_no_change_to_tell() {
    let publication = TestPublication::new().draft(&good_draft());
    if Command::new("git").arg("--version").output().is_err() {
        return;
    }
    let failure = ChangedFiles::since("HEAD", &publication.open()).expect_err("there is no repository");
    assert!(
        failure
            .message
            .starts_with("what has changed cannot be told: git says: not a git repository"),
        "{failure}"
    );
}
