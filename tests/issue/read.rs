//! Drafts from files.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use digest_cli::issue::Draft;

fn read(bytes: &[u8]) -> Result<Draft, (String, Vec<String>)> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.md");
    File::create(&path)
        .and_then(|mut file| file.write_all(bytes))
        .expect("a file");
    Draft::read(&path, Path::new("drafts/a.md")).map_err(|failure| (failure.message, failure.hints))
}

#[test]
fn a_file_is_read_under_its_shown_path() {
    let draft =
        read("\u{FEFF}---\r\nid: a\r\ndate: 2019-02-05\r\n---\r\n# Т\r\n".as_bytes()).expect("a draft");
    assert_eq!(draft.source.path(), Path::new("drafts/a.md"));
    assert_eq!(draft.title.map(|title| title.text).as_deref(), Some("Т"));
}

#[test]
fn other_encodings_are_told_with_the_way_out() {
    let utf16: Vec<u8> = "\u{FEFF}# Title\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let (message, hints) = read(&utf16).expect_err("no text");
    assert_eq!(message, "`drafts/a.md`: the file is UTF-16, not UTF-8");
    assert!(
        hints[0].contains("iconv -f UTF-16 -t UTF-8 drafts/a.md"),
        "{hints:?}"
    );
    let (cyrillic, ..) =
        encoding_rs::WINDOWS_1251.encode("# Заголовок\n\nПривет, мир, это обычный русский текст.\n");
    let (message, hints) = read(&cyrillic).expect_err("no UTF-8");
    assert_eq!(
        message,
        "`drafts/a.md`: the file is not UTF-8 (line 1); it looks like windows-1251"
    );
    assert!(hints[0].contains("iconv -f windows-1251"), "{hints:?}");
    let (message, _) = read(b"PK\x03\x04 some archive \x00 with a zero").expect_err("no text");
    assert_eq!(message, "`drafts/a.md`: the file is binary, not text");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let failure = Draft::read(Path::new("/nowhere/a.md"), Path::new("drafts/a.md")).expect_err("no file");
    assert_eq!(failure.message, "there is no draft `drafts/a.md`");
    let failure = Draft::read(Path::new("/"), Path::new("drafts")).expect_err("a folder");
    assert_eq!(failure.message, "`drafts` is a folder, not a draft");
}

#[test]
fn the_sample_of_this_repository_is_sound() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("drafts");
    let drafts = std::fs::read_dir(&folder).expect("the sample drafts");
    let mut seen = 0;
    for path in drafts.map(|entry| entry.expect("a file").path()) {
        if path.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        let draft = Draft::read(&path, &path).expect("a draft");
        assert_eq!(draft.front.faults, []);
        assert!(draft.lead.words >= 600, "{}", draft.lead.words);
        let bullets: Vec<_> = draft
            .sections
            .iter()
            .map(|section| section.bullets.len())
            .collect();
        assert_eq!(bullets, [7, 7, 7]);
        let words = draft
            .sections
            .iter()
            .flat_map(|section| &section.bullets)
            .map(|bullet| bullet.words);
        assert!(
            words.clone().all(|words| (40..=80).contains(&words)),
            "{:?}",
            words.collect::<Vec<_>>()
        );
        assert!(draft.strays.is_empty() && draft.sections.iter().all(|section| section.others.is_empty()));
        seen += 1;
    }
    assert!(seen > 0);
}
