//! The sample publication in the repository's own root.

use std::fs;
use std::path::Path;

use digest_cli::foundation::Address;
use digest_cli::publication::Publication;
use unicode_segmentation::UnicodeSegmentation;

fn sample() -> Publication {
    Publication::open(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the repository is a publication")
}

/// Words of a piece of Markdown, without the targets of its links.
fn words(markdown: &str) -> usize {
    let parts = markdown.split("](");
    let shown = parts.enumerate().map(|(index, part)| match index {
        0 => part,
        _ => part.split_once(')').map_or("", |(_, rest)| rest),
    });
    shown.map(|part| part.unicode_words().count()).sum()
}

#[test]
fn its_draft_has_the_shape_of_its_house_style() {
    let publication = sample();
    let [draft] = publication.drafts().try_into().expect("one draft");
    let text = fs::read_to_string(draft).unwrap();
    let (lead, sections) = text.split_once("\n## ").unwrap();
    let (_, lead) = lead.split_once("\n# ").unwrap();
    let (_, body) = lead.split_once('\n').unwrap();
    assert!((650..=750).contains(&words(body)), "{}", words(body));
    assert!((6..=9).contains(&body.trim().split("\n\n").count()));
    let structure = &publication.config.structure;
    let sections: Vec<_> = sections.split("\n## ").collect();
    assert_eq!(sections.len(), structure.sections.len());
    for (section, style) in sections.iter().zip(&structure.sections) {
        let mut lines = section.lines().filter(|line| !line.is_empty());
        assert_eq!(lines.next(), Some(style.heading.as_str()));
        let bullets: Vec<_> = lines
            .map(|line| words(line.strip_prefix("- ").unwrap()))
            .collect();
        assert_eq!(bullets.len(), 7);
        assert!(
            bullets.iter().all(|words| (45..=75).contains(words)),
            "{bullets:?}"
        );
    }
}

#[test]
fn its_list_holds_only_addresses_that_belong_to_nobody() {
    let publication = sample();
    let path = publication.list_path("weekly").unwrap().unwrap();
    let text = fs::read_to_string(path).unwrap();
    let mut rows = text.lines();
    assert_eq!(rows.next(), Some("email,name,language,tags,city,status"));
    let domains: Vec<_> = rows
        .map(|row| {
            Address::parse(row.split(',').next().unwrap())
                .unwrap()
                .domain()
                .to_owned()
        })
        .collect();
    assert_eq!(domains.len(), 26);
    let reserved = [
        "example.org",
        "example.com",
        "example.net",
        "xn--80a1acny.example",
    ];
    assert!(
        domains.iter().all(|domain| reserved.contains(&&**domain)),
        "{domains:?}"
    );
}
