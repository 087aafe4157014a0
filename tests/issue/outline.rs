//! The parts of a draft, and where they stand.

use digest_cli::issue::{Draft, DraftSection};

use super::{draft, shown, sound};

fn bullets<'a>(draft: &'a Draft, section: &DraftSection) -> Vec<&'a str> {
    let spans: Vec<_> = section.bullets.iter().map(|bullet| bullet.span).collect();
    shown(draft, &spans)
}

fn titled(draft: &Draft) -> (&str, &str) {
    let title = draft.title.as_ref().expect("a title");
    (title.text.as_str(), title.span.of(draft.source.text()))
}

#[test]
fn a_draft_falls_into_title_lead_and_sections() {
    let draft =
        sound("# Caspian *crossroads*\n\nFirst.\n\nSecond.\n\n## One\n\n- a b\n- c\n\n## Two ##\n\nText.\n");
    assert_eq!(titled(&draft), ("Caspian crossroads", "Caspian *crossroads*"));
    assert_eq!(draft.lead.span.of(draft.source.text()), "First.\n\nSecond.");
    assert_eq!(draft.lead.words, 2);
    let headings: Vec<_> = draft.sections.iter().map(|s| s.heading.text.as_str()).collect();
    assert_eq!(headings, ["One", "Two"]);
    assert_eq!(shown(&draft, &[draft.sections[1].heading.span]), ["Two"]);
    assert_eq!(bullets(&draft, &draft.sections[0]), ["a b", "c"]);
    assert_eq!(draft.sections[0].bullets[0].words, 2);
    assert_eq!(shown(&draft, &draft.sections[1].others), ["Text."]);
    assert_eq!(
        shown(&draft, &[draft.sections[0].body, draft.sections[1].body]),
        ["- a b\n- c", "Text."]
    );
    assert!(draft.strays.is_empty());
    assert_eq!(draft.front.faults, []);
}

#[test]
fn line_ends_marks_and_a_missing_final_newline_change_nothing() {
    let plain = "---\nid: a\ndate: 2019-02-05\n---\n# Т 🎉\n\nСлово.\n\n## مرحبا\n\n- один\n- два 👩‍👩‍👧 три";
    for text in [
        plain.to_owned(),
        plain.replace('\n', "\r\n"),
        format!("\u{FEFF}{plain}"),
        format!("\u{FEFF}{plain}\r\n").replace('\n', "\r\n"),
        format!("{plain}\n\n\n"),
    ] {
        let draft = draft(&text);
        assert_eq!(titled(&draft), ("Т 🎉", "Т 🎉"));
        assert_eq!(draft.sections[0].heading.text, "مرحبا");
        assert_eq!(bullets(&draft, &draft.sections[0]), ["один", "два 👩‍👩‍👧 три"]);
        assert_eq!(draft.sections[0].words, 3);
        assert_eq!(draft.front.faults, []);
    }
}

#[test]
fn headings_may_be_underlined() {
    let draft = sound("Caspian\n=======\nLead.\n\nOne {{ x }}\nand more\n---\n- a\n");
    assert_eq!(titled(&draft), ("Caspian", "Caspian"));
    assert_eq!(draft.sections[0].heading.text, "One {{ x }} and more");
    assert_eq!(
        shown(&draft, &[draft.sections[0].heading.span]),
        ["One {{ x }}\nand more"]
    );
    assert_eq!(bullets(&draft, &draft.sections[0]), ["a"]);
}

#[test]
fn reference_definitions_move_nothing() {
    let text = "[a]: https://example.org/a\n[b]: https://example.org/b\n  \"B\"\nTitle\n=====\n\n[c]: https://example.org/c\n\
                See [it][a].\n\n[d]: https://example.org/d\n\n## One [x][b]\n\n[e]: https://example.org/e\n- a [b]\n\n- c\n\n[f]: <https://example.org/f>\n";
    let draft = sound(text);
    assert_eq!(titled(&draft), ("Title", "Title"));
    assert_eq!(draft.lead.words, 2);
    assert_eq!(draft.sections[0].heading.text, "One x");
    assert_eq!(shown(&draft, &[draft.sections[0].heading.span]), ["One [x][b]"]);
    assert_eq!(bullets(&draft, &draft.sections[0]), ["a [b]", "c"]);
    assert!(draft.sections[0].others.is_empty());
    assert!(draft.strays.is_empty());
    assert_eq!(
        shown(&draft, &draft.definitions),
        [
            "[a]: https://example.org/a",
            "[b]: https://example.org/b",
            "[c]: https://example.org/c",
            "[d]: https://example.org/d",
            "[e]: https://example.org/e",
            "[f]: <https://example.org/f>"
        ]
    );
}

#[test]
fn lists_parted_by_a_comment_are_one() {
    let draft = sound(
        "# T\n\n## One\n\n- a\n- b\n\n<!-- the second half -->\n\n- c\n\n{# and a note #}\n\n* d\n1. e\n",
    );
    assert_eq!(bullets(&draft, &draft.sections[0]), ["a", "b", "c", "d", "e"]);
    assert!(draft.sections[0].others.is_empty());
}

#[test]
fn nested_lists_belong_to_their_item() {
    let draft = sound("# T\n\n## One\n\n- a\n  - b c\n    1. d\n\n  more\n- e\n");
    assert_eq!(
        bullets(&draft, &draft.sections[0]),
        ["a\n  - b c\n    1. d\n\n  more", "e"]
    );
    assert_eq!(draft.sections[0].bullets[0].words, 5);
}

#[test]
fn code_holds_no_headings() {
    let draft = sound(
        "# T\n\n```\n## not one\n- nor this\n```\n\n    ## nor this\n\n## One\n\n- a\n\n~~~\n# no title\n",
    );
    assert_eq!(draft.sections.len(), 1);
    assert_eq!(
        draft.lead.span.of(draft.source.text()),
        "```\n## not one\n- nor this\n```\n\n    ## nor this"
    );
    assert_eq!(shown(&draft, &draft.sections[0].others), ["~~~\n# no title"]);
}

#[test]
fn what_belongs_nowhere_is_astray() {
    let draft = sound(
        "Early.\n\n<!-- fine -->\n\n# T\n\nLead.\n\n## One\n\n- a\n\n# Second\n\nLost.\n\n- also lost\n\n## Two\n\n- b\n",
    );
    assert_eq!(
        shown(&draft, &draft.strays),
        ["Early.", "# Second\n\nLost.\n\n- also lost"]
    );
    assert_eq!(bullets(&draft, &draft.sections[0]), ["a"]);
    assert_eq!(bullets(&draft, &draft.sections[1]), ["b"]);
}

#[test]
fn without_a_title_the_lead_is_what_stands_first() {
    let draft = sound("\nDear reader,\n\nhello.\n\n## One\n\n- a\n");
    assert!(draft.title.is_none());
    assert_eq!(draft.lead.span.of(draft.source.text()), "Dear reader,\n\nhello.");
    assert_eq!(draft.lead.words, 3);
    assert!(draft.strays.is_empty());
}

#[test]
fn typed_bullets_are_told_from_lists() {
    let draft = sound(
        "# T\n\n## One\n\n• First\n• Second\n\n– Third\n\n· Fourth\n\nA · dot – and a dash.\n\n–5 degrees\n\n- real • one\n",
    );
    assert_eq!(
        shown(&draft, &draft.sections[0].typed_bullets),
        ["• First", "• Second", "– Third", "· Fourth"]
    );
    assert_eq!(bullets(&draft, &draft.sections[0]), ["real • one"]);
}

#[test]
fn tags_do_not_disturb_markdown() {
    let draft = sound(
        "# Dear {{ subscriber.name | default(\"*reader*\") }}, *hello*\n\n[{{ a }}](https://x.example/{{ subscriber.id }}?a=1) and **{{ b }}**.\n\n\
         {% if subscriber.tags %}\n\n## In {# not\n\n## out #} turn\n\n{% for x in y %}\n\n- a {{ \"- b\n- c\" }}\n- d\n\n{% endfor %}\n",
    );
    let title = draft.title.as_ref().expect("a title");
    assert_eq!(
        title.text,
        "Dear {{ subscriber.name | default(\"*reader*\") }}, hello"
    );
    assert_eq!(draft.lead.words, 3);
    assert_eq!(draft.sections.len(), 1);
    assert_eq!(draft.sections[0].heading.text, "In {# not ## out #} turn");
    assert_eq!(bullets(&draft, &draft.sections[0]), ["a {{ \"- b\n- c\" }}", "d"]);
    assert_eq!(draft.sections[0].words, 3);
    assert!(draft.sections[0].others.is_empty());
}

#[test]
fn items_begin_after_their_marker() {
    let draft = sound(
        "# T\n\n## One\n\n-   wide\n    more\n-\n  below\n-\n-     code\n\n10) ten\n    x\n\n * in\n   y\n",
    );
    assert_eq!(
        bullets(&draft, &draft.sections[0]),
        [
            "wide\n    more",
            "below",
            "",
            "    code",
            "ten\n    x",
            "in\n   y"
        ]
    );
    let indents: Vec<_> = draft.sections[0]
        .bullets
        .iter()
        .map(|bullet| bullet.indent)
        .collect();
    assert_eq!(indents, [4, 2, 2, 2, 4, 3]);
}
