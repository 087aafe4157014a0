//! What a draft says, and where.

use std::sync::Arc;

use digest_cli::foundation::{Source, Span};
use digest_cli::issue::{ABSENT, BlockKind, Draft, LinkKind, PartOf, Prose};
use proptest::prelude::*;

fn draft(body: &str) -> Draft {
    Draft::parse(Arc::new(Source::new(
        "drafts/a.md",
        format!("---\nid: a\nsubject: News, at last\n---\n# Title\n\n{body}"),
    )))
}

/// The blocks of a body, less subject and title.
fn texts(body: &str) -> Vec<String> {
    let draft = draft(body);
    let blocks = Prose::of(&draft).blocks.iter().skip(2);
    blocks.map(|block| block.text.clone()).collect()
}

/// What stands in the draft where `said` stands in the text.
fn written(body: &str, said: &str) -> String {
    let draft = draft(body);
    let prose = Prose::of(&draft);
    let block = prose
        .blocks
        .iter()
        .find(|block| block.text.contains(said))
        .expect("the text is there");
    let at = block.text.find(said).expect("the text is there");
    let place = block.place(Span::new(at, at + said.len()));
    place.of(draft.source.text()).to_owned()
}

#[test]
fn marks_are_no_text_and_code_slots_and_addresses_are_absent() {
    assert_eq!(
        texts("A *very* **good** [day](https://example.org/).\n"),
        ["A very good day."]
    );
    assert_eq!(
        texts("An `x` and {{ subscriber.name }}, see https://example.org/a now.\n"),
        [format!("An {ABSENT} and {ABSENT}, see {ABSENT} now.")]
    );
    assert_eq!(
        texts("See ![a map](https://example.org/m.png) there.\n"),
        [format!("See {ABSENT} there.")]
    );
    assert_eq!(texts("a {% if subscriber.name %}b{% endif %} c\n"), ["a b c"]);
}

#[test]
fn every_word_is_found_where_it_stands() {
    assert_eq!(written("One *two* three.\n", "two"), "two");
    assert_eq!(written("One *two* three.\n", "One two"), "One *two");
    assert_eq!(written("A \\* b &amp; c.\n", "* b &"), "\\* b &amp;");
    assert_eq!(written("A \\* b &amp; c.\n", "c"), "c");
    assert_eq!(
        written("first line\n  second line\n", "line second"),
        "line\n  second"
    );
    assert_eq!(written("日本語 e\u{301} word\n", "word"), "word");
    assert_eq!(written("> - quoted *item* here\n", "item here"), "item* here");
    assert_eq!(
        written(
            "[x]: https://example.org/\nafter [x] the definition\n",
            "the definition"
        ),
        "the definition"
    );
    assert_eq!(
        written("| a | b |\n|---|---|\n| one \\| two | three |\n", "three"),
        "three"
    );
}

#[test]
fn blocks_know_their_part_and_kind() {
    let draft =
        draft("Lead.\n\n## One\n\nProse.\n\n- first\n- second\n\n  more\n\n## Two\n\n| h |\n|---|\n| c |\n");
    let prose = Prose::of(&draft);
    let kinds: Vec<_> = prose
        .blocks
        .iter()
        .map(|block| (block.text.as_str(), block.kind, block.part))
        .collect();
    assert_eq!(
        kinds,
        [
            ("News, at last", BlockKind::Subject, PartOf::Front),
            ("Title", BlockKind::Heading(1), PartOf::Title),
            ("Lead.", BlockKind::Paragraph, PartOf::Lead),
            ("One", BlockKind::Heading(2), PartOf::Section(0)),
            ("Prose.", BlockKind::Paragraph, PartOf::Section(0)),
            ("first", BlockKind::Paragraph, PartOf::Bullet(0, 0)),
            ("second", BlockKind::Paragraph, PartOf::Bullet(0, 1)),
            ("more", BlockKind::Paragraph, PartOf::Bullet(0, 1)),
            ("Two", BlockKind::Heading(2), PartOf::Section(1)),
            ("h", BlockKind::HeadCell, PartOf::Section(1)),
            ("c", BlockKind::Cell, PartOf::Section(1)),
        ]
    );
}

#[test]
fn links_have_their_address_their_text_and_both_places() {
    let body = "See [the *map*](https://example.org/m?a=1&amp;b=2 \"t\"), [notes][n], <https://example.org/x> and https://example.com/y too, [![alt text](https://example.org/i.png)](https://example.org/z).\n\n[n]: https://example.org/n\n";
    let draft = draft(body);
    let text = draft.source.text();
    let prose = Prose::of(&draft);
    let links: Vec<_> = prose
        .links
        .iter()
        .map(|link| {
            (
                link.url.as_str(),
                link.text.as_str(),
                link.kind,
                link.url_span.of(text),
                link.text_span.of(text),
            )
        })
        .collect();
    assert_eq!(
        links[0],
        (
            "https://example.org/m?a=1&b=2",
            "the map",
            LinkKind::Inline,
            "[the *map*](https://example.org/m?a=1&amp;b=2 \"t\")",
            "the *map"
        )
    );
    assert_eq!(
        links[1],
        (
            "https://example.org/n",
            "notes",
            LinkKind::Reference,
            "https://example.org/n",
            "notes"
        )
    );
    assert_eq!(links[2].0, "https://example.org/x");
    assert_eq!(links[2].2, LinkKind::Bare);
    assert_eq!(links[3].0, "https://example.com/y");
    assert_eq!(links[3].3, "https://example.com/y");
    assert_eq!(links[4].1, "");
    assert!(prose.links[4].has_image);
    assert_eq!(prose.images[0].alt, "alt text");
    assert!(prose.images[0].linked);
    assert_eq!(
        prose.images[0].span.of(text),
        "![alt text](https://example.org/i.png)"
    );
}

#[test]
fn an_address_with_a_slot_is_given_as_written() {
    let draft = draft("[you](https://example.org/?u={{ subscriber.email }}&x=1)\n");
    let prose = Prose::of(&draft);
    assert_eq!(
        prose.links[0].url,
        "https://example.org/?u={{ subscriber.email }}&x=1"
    );
}

/// What Markdown is made of.
const PIECES: [&str; 30] = [
    "word ",
    "*",
    "**",
    "`",
    "[",
    "](",
    ")",
    "https://example.org/ ",
    "<https://e.org>",
    "![",
    "\\",
    "&amp;",
    "&",
    "{{ a.b }}",
    "{% if a %}",
    "{#",
    "\n",
    "\n\n",
    "- ",
    "> ",
    "1. ",
    "| a | b |\n|---|---|\n",
    "\\|",
    "[x]: y\n",
    "[x]",
    "日本",
    "e\u{301}",
    "\u{91}",
    "    ",
    "# ",
];

proptest! {
    #[test]
    fn every_place_lies_in_the_draft_and_on_its_characters(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40)) {
        let draft = draft(&pieces.concat());
        let text = draft.source.text();
        let prose = Prose::of(&draft);
        for block in &prose.blocks {
            prop_assert!(text.get(block.span.start..block.span.end).is_some());
            let edges: Vec<usize> = block.text.char_indices().map(|(at, _)| at).chain([block.text.len()]).collect();
            for pair in edges.windows(2) {
                let place = block.place(Span::new(pair[0], pair[1]));
                prop_assert!(text.get(place.start..place.end).is_some(), "{:?} of {:?}", place, block);
            }
        }
        for link in &prose.links {
            for span in [link.span, link.url_span, link.text_span] {
                prop_assert!(text.get(span.start..span.end).is_some(), "{:?}", link);
            }
        }
        for image in &prose.images {
            prop_assert!(text.get(image.span.start..image.span.end).is_some(), "{:?}", image);
        }
    }
}

#[test]
fn behind_an_escaped_pipe_in_a_cell_places_still_lie_on_characters() {
    let draft = draft("| a | b |\n|---|---|\nword \\|日本{{ a.b }}- ");
    let text = draft.source.text();
    let prose = Prose::of(&draft);
    let block = prose
        .blocks
        .iter()
        .find(|block| block.text.starts_with("word |日本"))
        .expect("the cell");
    for (at, character) in block.text.char_indices() {
        let place = block.place(Span::new(at, at + character.len_utf8()));
        assert!(text.get(place.start..place.end).is_some(), "{place:?}");
    }
}
