//! From a draft to an issue.

use std::sync::Arc;

use digest_cli::foundation::Source;
use digest_cli::issue::{Issue, Status};
use digest_cli::publication::{Config, SectionKind};

use super::{SAMPLE, draft, sound};

const CONFIG: &str = "id: weekly.example.org
title: Weekly
from: { name: Weekly, email: bulletin@example.org }
authors:
  aserik: { name: Aigerim Serik, affiliation: Example Institute }
structure:
  sections:
    - { id: politics, heading: \"Politics, foreign affairs, and security\" }
    - { id: notes, heading: Notes, kind: prose }
";

fn config() -> Config {
    Config::read(&Arc::new(Source::new("digest.yaml", CONFIG))).expect("a configuration")
}

fn meant(markdown: &str) -> Issue {
    Issue::meant_by(&sound(markdown), &config()).expect("an issue")
}

#[test]
fn a_sound_draft_is_an_issue() {
    let issue = Issue::meant_by(&draft(SAMPLE), &config()).expect("an issue");
    assert_eq!(
        (issue.id.as_str(), issue.number, issue.status),
        ("2019-02-05-caspian-crossroads", Some(197), Status::Ready)
    );
    assert_eq!(issue.language, "en-GB");
    assert_eq!(issue.lists, ["weekly"]);
    let names: Vec<_> = issue.authors.iter().map(|author| author.name.as_str()).collect();
    assert_eq!(names, ["Aigerim Serik", "Тимур Ахметов"]);
    assert_eq!(
        (issue.title.markdown.as_str(), issue.title.first_line),
        ("Caspian *crossroads*", 12)
    );
    let subject = issue.subject.expect("a subject");
    assert_eq!(
        (subject.markdown.as_str(), subject.first_line),
        ("Crossroads, {{ subscriber.name }}", 8)
    );
    assert_eq!(issue.lead.first_line, 14);
    let ids: Vec<_> = issue
        .sections
        .iter()
        .map(|section| (section.id.as_str(), section.kind))
        .collect();
    assert_eq!(
        ids,
        [
            ("politics", SectionKind::Bullets),
            ("society-and-culture", SectionKind::Bullets)
        ]
    );
    let first = &issue.sections[0].bullets[0];
    assert_eq!(
        (first.markdown.as_str(), first.first_line),
        ("First **item** of\ntwo lines.", 20)
    );
}

#[test]
fn an_unknown_author_is_named_by_the_key() {
    let draft = draft("---\nid: a\ndate: 2019-02-05\nauthor: Somebody Else\n---\n# T\n");
    let issue = Issue::meant_by(&draft, &config()).expect("an issue");
    assert_eq!(issue.authors[0].name, "Somebody Else");
    assert_eq!(issue.status, Status::Draft);
}

#[test]
fn items_lose_their_indent() {
    let issue = meant(
        "# T\n\n## X\n\n- a\n  - b\n    - c\n\n  ```\n    code\n  ```\n  d\nlazy\n10. ten\n\tmore\n\t\tcode\n",
    );
    let items: Vec<_> = issue.sections[0]
        .bullets
        .iter()
        .map(|bullet| bullet.markdown.as_str())
        .collect();
    assert_eq!(items[0], "a\n- b\n  - c\n\n```\n  code\n```\nd\nlazy");
    assert_eq!(items[1], "ten\nmore\n\tcode");
}

#[test]
fn parts_take_their_definitions_along() {
    let issue = meant(
        "# T\n\nSee [it][A  b].\n\n[own]: /own\n\n## X\n\n- [a b] and [it][own]\n- none\n\n[a B]: https://example.org\n",
    );
    assert_eq!(
        issue.lead.markdown,
        "See [it][A  b].\n\n[a B]: https://example.org"
    );
    let items: Vec<_> = issue.sections[0]
        .bullets
        .iter()
        .map(|bullet| bullet.markdown.as_str())
        .collect();
    assert_eq!(
        items,
        [
            "[a b] and [it][own]\n\n[own]: /own\n[a B]: https://example.org",
            "none"
        ]
    );
}

#[test]
fn sections_unknown_to_the_house_style_show_what_they_hold() {
    let issue = meant("# T\n\n## Новости мира\n\ntext\n\n## Mixed\n\ntext\n\n- a\n\n## NOTES:\n\n- a\n");
    let kinds: Vec<_> = issue
        .sections
        .iter()
        .map(|section| (section.id.as_str(), section.kind))
        .collect();
    assert_eq!(
        kinds,
        [
            ("novosti-mira", SectionKind::Prose),
            ("mixed", SectionKind::Any),
            ("notes", SectionKind::Prose)
        ]
    );
    assert_eq!(issue.sections[1].body.markdown, "text\n\n- a");
}

#[test]
fn what_has_no_meaning_is_told() {
    let deep = format!("---\nid: a\ndate: 2019-02-05\n---\n# T\n\n{}a\n", ">".repeat(200));
    for (text, rules) in [
        ("", vec!["front-matter-missing-key", "title-missing"]),
        ("---\nid: a\n", vec!["front-matter-unreadable", "title-missing"]),
        (
            "---\ndate: 2019-02-05\nid: a/b\n---\n# T\n",
            vec!["front-matter-wrong-type"],
        ),
        ("---\nid: a\nsubjekt: b\n---\n\nText\n", vec!["title-missing"]),
        (&deep, vec!["nested-too-deeply"]),
    ] {
        let findings = Issue::meant_by(&draft(text), &config()).expect_err("no issue");
        assert_eq!(
            findings.iter().map(|finding| finding.rule).collect::<Vec<_>>(),
            rules,
            "{text:?}"
        );
    }
    assert!(Issue::meant_by(&draft("---\nid: a\nsubjekt: b\n---\n# T\n"), &config()).is_ok());
}
