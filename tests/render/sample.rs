//! The sample issue of the repository.

use std::path::Path;

use digest_cli::edition::Edition;
use digest_cli::issue::{Draft, Issue};
use digest_cli::publication::Publication;
use digest_cli::render::{Templates, render};
use unicode_width::UnicodeWidthStr;

use super::bench::{copy, told};

fn sample() -> Edition {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let publication = Publication::open(root).expect("the repository is a publication");
    let path = &publication.drafts()[0];
    let draft = Draft::read(path, publication.shown(path)).expect("a draft");
    let issue = Issue::meant_by(&draft, &publication.config).expect("an issue");
    let templates = Templates::load(Some(&root.join("templates"))).expect("templates");
    render(&issue, &draft.source, &publication.config, &templates)
        .unwrap_or_else(|findings| panic!("{}", told(&findings)))
}

#[test]
fn the_sample_is_small_and_complete_in_both_parts() {
    let edition = sample();
    let html = copy(&edition.html, "Ana", &[]);
    // Gmail cuts a mail off at 102 KB; encoding adds a little to this.
    assert!(html.len() < 40_000, "{}", html.len());
    assert_eq!(html.matches("<li ").count(), 21);
    let text = copy(&edition.text, "Ana", &[]);
    assert_eq!(text.lines().filter(|line| line.starts_with("- ")).count(), 21);
    for part in [&html, &text] {
        for expected in [
            "Ana",
            "Aigerim Serik",
            "4 Example Street",
            "https://news.example.org/u/1",
            "Society and Culture",
        ] {
            assert!(part.contains(expected), "no {expected}");
        }
    }
    let wide = text
        .lines()
        .find(|line| line.width() > 72 && !line.contains("://"));
    assert_eq!(wide, None);
    assert!(!text.contains("\n\n\n\n"), "{text}");
}
