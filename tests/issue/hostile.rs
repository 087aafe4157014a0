//! Drafts that nobody wrote by hand.

use digest_cli::foundation::Span;
use digest_cli::issue::{Draft, count_words, heading_matches, scan_tags};
use proptest::prelude::*;

use super::{draft, sound};

/// Every span of a draft with what it is.
fn spans(draft: &Draft) -> Vec<(&'static str, Span)> {
    let mut spans = vec![("lead", draft.lead.span)];
    spans.extend(draft.title.iter().map(|title| ("title", title.span)));
    spans.extend(draft.strays.iter().map(|span| ("stray", *span)));
    spans.extend(draft.definitions.iter().map(|span| ("definition", *span)));
    spans.extend(
        draft
            .front
            .faults
            .iter()
            .map(|fault| (fault.rule, fault.location.span)),
    );
    for section in &draft.sections {
        spans.extend([("heading", section.heading.span), ("body", section.body)]);
        spans.extend(section.bullets.iter().map(|bullet| ("bullet", bullet.span)));
        spans.extend(section.others.iter().map(|span| ("other", *span)));
        spans.extend(section.typed_bullets.iter().map(|span| ("typed bullet", *span)));
    }
    spans
}

fn assert_sound_places(draft: &Draft) {
    let text = draft.source.text();
    for (name, span) in spans(draft) {
        assert!(
            text.get(span.start..span.end).is_some(),
            "{name} {span:?} of {text:?}"
        );
    }
    let front = draft.front.span.map_or(0, |span| span.end);
    let mut at = front;
    for section in &draft.sections {
        let inner: Vec<Span> = section.bullets.iter().map(|bullet| bullet.span).collect();
        for part in [
            vec![section.heading.span, section.body],
            inner,
            section.others.clone(),
        ] {
            for pair in part.windows(2) {
                assert!(pair[0].end <= pair[1].start, "{pair:?} of {text:?}");
            }
        }
        assert!(at <= section.heading.span.start, "{section:?} of {text:?}");
        assert!(
            section
                .bullets
                .iter()
                .all(|bullet| section.body.contains(bullet.span)),
            "{section:?} of {text:?}"
        );
        assert!(
            section.others.iter().all(|other| section.body.contains(*other)),
            "{section:?} of {text:?}"
        );
        at = section.body.end;
    }
    assert!(
        draft.strays.windows(2).all(|pair| pair[0].end <= pair[1].start),
        "{:?} of {text:?}",
        draft.strays
    );
}

#[test]
fn deep_nesting_is_one_finding_and_no_crash() {
    let deep = 10_000;
    let too_deep = vec!["nested-too-deeply"];
    let texts = [
        ("> ".repeat(deep) + "a", &too_deep),
        (">".repeat(deep) + "a", &too_deep),
        ("- ".repeat(deep) + "a", &too_deep),
        ("> - ".repeat(deep) + "a", &too_deep),
        ("![".repeat(deep) + "a" + &"](b)".repeat(deep), &too_deep),
        ("*a _b ".repeat(deep) + &"b_ a* ".repeat(deep), &too_deep),
        ("[".repeat(deep) + "a" + &"]".repeat(deep), &vec![]),
        ("[".repeat(deep) + "a" + &"](b)".repeat(deep), &vec![]),
        ("*a **b ".repeat(deep), &vec![]),
        ("<div>".repeat(deep), &vec![]),
        ("{{".repeat(deep), &vec![]),
        ("{% raw %}".repeat(deep), &vec![]),
    ];
    for (text, expected) in texts {
        let draft = sound(&format!("# T\n\n{text}\n\n## One\n\n- a\n"));
        let rules: Vec<_> = draft.front.faults.iter().map(|fault| fault.rule).collect();
        assert_eq!(rules, *expected, "{}", &text[..20]);
        assert_eq!(draft.sections.len(), 1);
        assert_sound_places(&draft);
    }
}

#[test]
fn an_endless_front_matter_is_one_finding() {
    let draft = draft(&format!("---\n{}---\n# T\n", "key: value\n".repeat(10_000)));
    let rules: Vec<_> = draft.front.faults.iter().map(|fault| fault.rule).collect();
    assert_eq!(rules, ["front-matter-unreadable"]);
    assert!(draft.title.is_some());
}

/// Lines as drafts have them, and what disturbs them, parted by `¦`.
const LINES: &str = "---¦# Title¦## Section¦## Другой ##¦Title¦=====¦-----¦- item¦  - nested¦    more¦* star¦1. one¦-¦-\titem¦\
    > quote¦> - a¦```¦~~~¦    code¦\tcode¦<!-- comment -->¦<!--¦-->¦<div>¦</div>¦[a]: https://example.org¦[b]:¦[a][b] [c]¦\
    | a | b |¦|---|---|¦{{ a }}¦{{¦}}¦{% if a %}¦{% endif %}¦{# note¦#}¦{% raw %}¦{% endraw %}¦• typed¦– typed¦¦¦¦¦***¦_a_ **b**¦\
    https://example.org/a b¦id: a¦date: 2019-02-05¦author: {name: A}¦lists: [a, b]¦\u{85}¦\u{2028}¦\0¦\u{91}\u{92}¦\u{E091}¦\u{FEFF}¦\
    مرحبا 👩‍👩‍👧¦a\\¦a  ¦\u{b}¦\u{c}¦10) ten¦  10. in¦- - - a¦-      far¦# {{ a }} #¦## {% x %}";

fn line() -> impl Strategy<Value = String> {
    let known = prop::sample::select(LINES.split('¦').collect::<Vec<_>>());
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => "\\PC{0,12}", 1 => "[^\\r\\n]{0,6}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn every_place_lies_in_the_file(lines in prop::collection::vec(line(), 0..24)) {
        assert_sound_places(&draft(&lines.join("\n")));
        assert_sound_places(&sound(&lines.join("\n")));
    }

    #[test]
    fn any_text_is_a_draft(text in any::<String>()) {
        assert_sound_places(&draft(&text));
        heading_matches(&text, &text);
    }

    #[test]
    fn a_draft_cut_or_changed_anywhere_is_still_a_draft(from in 0_usize..600, len in 0_usize..40, put in "\\PC{0,3}") {
        let whole = super::SAMPLE;
        let floor = |at: usize| (0..=at.min(whole.len())).rev().find(|at| whole.is_char_boundary(*at)).unwrap_or(0);
        let (start, end) = (floor(from), floor(from + len));
        assert_sound_places(&draft(&format!("{}{put}{}", &whole[..start], &whole[end..])));
        assert_sound_places(&draft(&whole[..start]));
    }

    #[test]
    fn words_do_not_depend_on_line_ends(lines in prop::collection::vec(line(), 0..16)) {
        let unix = sound(&lines.join("\n"));
        let windows = draft(&format!("---\r\nid: a\r\ndate: 2019-02-05\r\n---\r\n{}", lines.join("\r\n")));
        prop_assert_eq!(unix.lead, windows.lead);
        prop_assert_eq!(unix.sections, windows.sections);
    }

    #[test]
    fn tags_are_in_order_and_apart(text in "[{}%#\\-a'\" \n(\\]]{0,60}") {
        let tags = scan_tags(&text);
        for tag in &tags {
            prop_assert_eq!(text.get(tag.span.start..=tag.span.start), Some("{"));
            prop_assert!(text.is_char_boundary(tag.span.end));
            tag.inner(&text);
        }
        prop_assert!(tags.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        count_words(&text);
    }
}
