//! Finding the publication, and what lies in it.

use std::path::{Path, PathBuf};

use digest_cli::foundation::create_new;
use digest_cli::publication::Publication;
use tempfile::TempDir;

use super::given::LEAST;

fn folder(files: &[&str]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    create_new(&folder.path().join("digest.yaml"), LEAST.as_bytes()).expect("a file");
    for file in files {
        create_new(&folder.path().join(file), b"").expect("a file");
    }
    folder
}

fn shown(publication: &Publication, paths: &[PathBuf]) -> Vec<String> {
    let shown = paths.iter().map(|path| publication.shown(path));
    shown.map(|path| path.display().to_string()).collect()
}

#[test]
fn it_is_sought_upwards() {
    let folder = folder(&["drafts/images/a.png"]);
    let found = Publication::find(&folder.path().join("drafts/images")).unwrap();
    assert_eq!(found.root, folder.path());
    assert_eq!(found.config.title, "Our Weekly");
    assert_eq!(found.config.source.path(), Path::new("digest.yaml"));
}

#[test]
fn where_there_is_none_the_failure_says_where_it_looked_and_how_to_begin() {
    let folder = TempDir::new().unwrap();
    let failure = Publication::find(folder.path()).unwrap_err();
    let place = folder.path().display();
    assert_eq!(
        failure.message,
        format!("there is no digest.yaml in `{place}` or in a folder above it")
    );
    assert!(failure.hints[0].contains("`digest init`"));
    assert!(
        Publication::open(folder.path())
            .unwrap_err()
            .message
            .contains("there is no digest.yaml")
    );
}

#[test]
fn a_misnamed_digest_yml_is_noticed() {
    let folder = TempDir::new().unwrap();
    create_new(&folder.path().join("digest.yml"), LEAST.as_bytes()).unwrap();
    let failure = Publication::find(folder.path()).unwrap_err();
    let misnamed = folder.path().join("digest.yml");
    assert_eq!(
        failure.hints,
        [format!("rename `{}` to `digest.yaml`", misnamed.display())]
    );
}

#[test]
fn a_file_with_mistakes_is_a_failure_that_holds_them_all() {
    let folder = TempDir::new().unwrap();
    create_new(&folder.path().join("digest.yaml"), b"id: x\n").unwrap();
    let failure = Publication::open(folder.path()).unwrap_err();
    assert_eq!(failure.message, "`digest.yaml` has 3 mistakes");
    assert_eq!(failure.diagnostics.len(), 3);
}

#[test]
fn a_file_that_is_not_utf8_is_told_what_it_is() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("digest.yaml");
    create_new(&path, b"\xFF\xFEi\0d\0").unwrap();
    let failure = Publication::open(folder.path()).unwrap_err();
    assert_eq!(failure.message, "`digest.yaml`: the file is UTF-16, not UTF-8");
    assert_eq!(failure.hints, ["save it as UTF-8"]);
}

#[test]
fn drafts_are_the_markdown_files_in_order() {
    let folder = folder(&[
        "drafts/b.md",
        "drafts/a.md",
        "drafts/.c.md",
        "drafts/d.md~",
        "drafts/e.txt",
        "drafts/f.md/x",
    ]);
    let publication = Publication::open(folder.path()).unwrap();
    assert_eq!(
        shown(&publication, &publication.drafts()),
        ["drafts/a.md", "drafts/b.md"]
    );
}

#[test]
fn without_its_folders_a_publication_has_no_drafts_and_no_lists() {
    let folder = folder(&[]);
    let publication = Publication::open(folder.path()).unwrap();
    assert!(publication.drafts().is_empty() && publication.list_files().is_empty());
    assert_eq!(publication.list_path("weekly").unwrap(), None);
}

#[test]
fn a_list_is_one_file_of_one_kind() {
    let folder = folder(&[
        "subscribers/weekly.csv",
        "subscribers/board.yaml",
        "subscribers/two.yml",
        "subscribers/two.csv",
        "outside.csv",
    ]);
    let publication = Publication::open(folder.path()).unwrap();
    let path = |name: &str| publication.list_path(name).unwrap();
    assert_eq!(path("weekly"), Some(folder.path().join("subscribers/weekly.csv")));
    assert_eq!(path("board"), Some(folder.path().join("subscribers/board.yaml")));
    assert_eq!(path("../outside"), None);
    assert_eq!(path("absent"), None);
    let failure = publication.list_path("two").unwrap_err();
    assert_eq!(
        failure.message,
        "the list `two` has two files, `subscribers/two.csv` and `subscribers/two.yml`"
    );
    let files = shown(&publication, &publication.list_files());
    assert_eq!(
        files,
        [
            "subscribers/board.yaml",
            "subscribers/two.csv",
            "subscribers/two.yml",
            "subscribers/weekly.csv"
        ]
    );
}

#[test]
fn paths_of_the_file_count_from_the_folder() {
    let folder = folder(&[]);
    let publication = Publication::open(folder.path()).unwrap();
    assert_eq!(publication.ledger_path(), folder.path().join(".digest/ledger.db"));
    assert_eq!(publication.key_path(), folder.path().join(".digest/key"));
    assert_eq!(publication.within(Path::new("/etc/x")), Path::new("/etc/x"));
    assert_eq!(publication.shown(Path::new("/etc/x")), Path::new("/etc/x"));
}
