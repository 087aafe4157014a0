//! A new publication.

use std::fs;
use std::path::{Path, PathBuf};

use digest_cli::foundation::{Clock, Key, create_new};
use digest_cli::publication::Publication;
use digest_cli::scaffold::{Initialised, init};
use tempfile::TempDir;
use unicode_segmentation::UnicodeSegmentation;

fn clock() -> Clock {
    Clock::fixed("2026-11-23T09:00:00Z".parse().expect("a moment"))
}

/// A new publication in the folder `name` of a temporary folder.
fn made(name: &str) -> (TempDir, PathBuf, Initialised) {
    let parent = TempDir::new().expect("a temporary folder");
    let folder = parent.path().join(name);
    let initialised = init(&folder, &clock()).expect("a publication");
    (parent, folder, initialised)
}

#[test]
fn it_writes_all_that_a_newcomer_needs() {
    let (_parent, folder, initialised) = made("demo");
    let files = [
        ".gitignore",
        ".digest/.gitignore",
        ".digest/key",
        "subscribers/readers.csv",
        "drafts/2026-11-23-welcome.md",
        "digest.yaml",
    ];
    assert_eq!(initialised.created, files.map(PathBuf::from));
    assert!(initialised.kept.is_empty());
    assert!(files.iter().all(|file| folder.join(file).is_file()));
}

#[test]
fn what_it_writes_is_a_publication_with_its_list_and_draft() {
    let (_parent, folder, _) = made("Our Қала News!");
    let publication = Publication::open(&folder).unwrap();
    assert_eq!(publication.config.id, "our-kala-news.example.org");
    assert_eq!(
        publication.drafts(),
        [folder.join("drafts/2026-11-23-welcome.md")]
    );
    assert_eq!(publication.config.lists.len(), 1);
    assert!(publication.list_path("readers").unwrap().is_some());
    assert!(publication.config.author("editor").is_some());
    assert!(publication.config.relay.is_none());
}

#[test]
fn its_comments_can_be_uncommented() {
    let (_parent, folder, _) = made("demo");
    let text = fs::read_to_string(folder.join("digest.yaml")).unwrap();
    let opened = |line: &str| {
        let inner = line.strip_prefix("# ").unwrap_or(line);
        let key = inner
            .trim_start()
            .split(':')
            .next()
            .unwrap_or_default()
            .to_owned();
        let is_key = inner.contains(':') && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        if is_key { inner.to_owned() } else { line.to_owned() }
    };
    let lines = text
        .lines()
        .filter(|line| !line.starts_with("unsubscribe: { mailto"));
    let open = lines.map(opened).collect::<Vec<_>>().join("\n");
    fs::remove_file(folder.join("digest.yaml")).unwrap();
    create_new(&folder.join("digest.yaml"), open.as_bytes()).unwrap();
    let config = Publication::open(&folder)
        .unwrap_or_else(|failure| panic!("{failure:?}"))
        .config;
    assert_eq!(config.relay.unwrap().host, "smtp.example.org");
    assert_eq!(config.homepage.as_deref(), Some("https://example.org"));
    assert!(config.unsubscribe.url.is_some() && config.bounce.is_some());
}

#[test]
fn its_draft_keeps_to_its_house_style() {
    let (_parent, folder, _) = made("demo");
    let publication = Publication::open(&folder).unwrap();
    let text = fs::read_to_string(&publication.drafts()[0]).unwrap();
    assert!(text.starts_with("---\nid: 2026-11-23-welcome\nissue: 1\ndate: 2026-11-23\nauthor: editor\n"));
    let mut parts = text.split("\n## ");
    let lead = parts.next().unwrap().split_once("\n# ").unwrap().1;
    let structure = &publication.config.structure;
    assert!(structure.lead.words.unwrap().allows(lead.unicode_words().count()));
    for style in &structure.sections {
        let section = parts.next().unwrap();
        assert_eq!(section.lines().next(), Some(style.heading.as_str()));
        let bullets: Vec<&str> = section
            .lines()
            .filter_map(|line| line.strip_prefix("- "))
            .collect();
        assert!(style.bullets.unwrap().allows(bullets.len()));
        assert!(
            bullets
                .iter()
                .all(|bullet| style.words.unwrap().allows(bullet.unicode_words().count()))
        );
    }
    assert_eq!(parts.next(), None);
}

#[cfg(unix)]
#[test]
fn the_key_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (_parent, folder, _) = made("demo");
    let mode = |path: &str| fs::metadata(folder.join(path)).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(".digest"), mode(".digest/key")), (0o700, 0o600));
    let key = Key::parse(&fs::read_to_string(folder.join(".digest/key")).unwrap()).unwrap();
    assert_eq!(key.id(), "k1");
    let ignored = fs::read_to_string(folder.join(".gitignore")).unwrap();
    assert!(ignored.lines().any(|line| line == ".digest/"));
}

#[test]
fn two_publications_have_two_keys() {
    let key = |folder: &Path| fs::read_to_string(folder.join(".digest/key")).unwrap();
    let ((_a, one, _), (_b, other, _)) = (made("demo"), made("demo"));
    assert_ne!(key(&one), key(&other));
}

#[test]
fn what_is_there_is_kept() {
    let folder = TempDir::new().unwrap();
    let kept = [
        ".gitignore",
        ".digest/key",
        "subscribers/readers.csv",
        "drafts/2026-11-23-welcome.md",
    ];
    for file in kept {
        create_new(&folder.path().join(file), b"mine").unwrap();
    }
    let initialised = init(folder.path(), &clock()).unwrap();
    assert_eq!(initialised.kept, kept.map(PathBuf::from));
    assert_eq!(
        initialised.created,
        [".digest/.gitignore", "digest.yaml"].map(PathBuf::from)
    );
    for file in kept {
        assert_eq!(fs::read(folder.path().join(file)).unwrap(), b"mine");
    }
}

#[test]
fn a_publication_is_not_made_twice() {
    let (_parent, folder, _) = made("demo");
    let before = fs::read(folder.join("digest.yaml")).unwrap();
    let failure = init(&folder, &clock()).unwrap_err();
    let place = folder.display();
    assert_eq!(
        failure.message,
        format!("`{place}` is a publication already: it has a digest.yaml")
    );
    assert_eq!(failure.hints, ["`digest new` starts an issue in it"]);
    assert_eq!(fs::read(folder.join("digest.yaml")).unwrap(), before);
}

#[test]
fn a_file_in_the_way_is_a_failure_that_names_it() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("demo");
    create_new(&file, b"").unwrap();
    let failure = init(&file, &clock()).unwrap_err();
    let place = file.join(".digest");
    assert!(
        failure
            .message
            .starts_with(&format!("`{}` cannot be written: ", place.display())),
        "{failure}"
    );
}
