//! The text part.

use digest_cli::edition::wrapped;
use proptest::prelude::*;

use super::bench::{Bench, open};

/// The text of a lead alone.
fn text(lead: &str) -> String {
    let text = open(&Bench::lead(lead).edition().text);
    let start = text.find("=\n\n").expect("a title") + 3;
    let end = text.find("Written by").expect("a byline");
    text[start..end].to_owned()
}

#[test]
fn lists_hang_and_nest() {
    let lead = "- one\n- two that is long enough to be wrapped at the margin of seventy-two columns or so\n  - inner\n    1. deep\n    2. deeper\n\n9. nine\n10. ten";
    let expected = concat!(
        "- one\n",
        "- two that is long enough to be wrapped at the margin of seventy-two\n  columns or so\n",
        "  - inner\n    1. deep\n    2. deeper\n\n",
        " 9. nine\n10. ten\n\n",
    );
    assert_eq!(text(lead), expected);
}

#[test]
fn loose_lists_keep_their_empty_lines() {
    assert_eq!(text("- one\n\n  more\n\n- two"), "- one\n\n  more\n\n- two\n\n");
}

#[test]
fn quotations_code_rules_and_headings_are_marked() {
    assert_eq!(text("> one\n>\n> - a\n> - b"), "> one\n>\n> - a\n> - b\n\n");
    assert_eq!(text("```\n  a  <b>\n\nc\n```"), "      a  <b>\n\n    c\n\n");
    assert_eq!(text("a\n\n***\n\nb"), "a\n\n* * *\n\nb\n\n");
    assert_eq!(text("### Heading\n\nText"), "Heading\n~~~~~~~\n\nText\n\n");
}

#[test]
fn tables_stand_in_columns_where_they_fit() {
    assert_eq!(
        text("| City | People |\n|---|--:|\n| Алматы | 2 |\n| Baku | 10 |"),
        "City   | People\n-------+-------\nАлматы |      2\nBaku   |     10\n\n"
    );
    let wide = "x".repeat(60);
    assert_eq!(
        text(&format!(
            "| City | People |\n|---|---|\n| {wide} | 20 million |\n| Baku | {{{{ subscriber.n }}}} |"
        )),
        format!("City: {wide}\nPeople: 20 million\n\nCity: Baku\nPeople: {{{{ subscriber.n }}}}@plain\n\n")
    );
}

#[test]
fn marks_are_kept_where_they_mean_something() {
    assert_eq!(text("*a* **b** ~~c~~ `d`  \ne"), "a *b* ~~c~~ `d`\ne\n\n");
    assert_eq!(text("![A map](https://example.org/a.png) here"), "A map here\n\n");
}

#[test]
fn links_are_notes_but_for_those_that_show_themselves() {
    let text = open(&Bench::lead("[a](https://example.org/x) <https://example.org/y> www.example.org [b](mailto:b@example.org) b@example.org [c](https://example.org/x)").edition().text);
    assert!(
        text.contains("a [1] https://example.org/y www.example.org b <b@example.org>\nb@example.org c [1]\n"),
        "{text}"
    );
    assert!(text.contains("[1] https://example.org/x\n"), "{text}");
    assert!(!text.contains("[2]"), "{text}");
}

#[test]
fn addresses_are_never_broken() {
    let long = format!("https://example.org/{}", "a-b/c?d=".repeat(20));
    assert!(
        text(&format!(
            "Words before it and more words before {long} and after."
        ))
        .contains(&format!("\n{long}\n"))
    );
}

#[test]
fn wide_characters_count_two() {
    let wrapped = wrapped(&"漢字".repeat(30), "- ", "  ", 20);
    assert_eq!(wrapped.lines().next(), Some("- 漢字漢字漢字漢字漢"));
    assert!(
        wrapped
            .lines()
            .skip(1)
            .all(|line| line.starts_with("  漢") || line.starts_with("  字"))
    );
}

proptest! {
    /// `textwrap` is a second opinion on where lines end.
    #[test]
    fn lines_are_filled_as_another_wrapper_fills_them(
        text in "([*_'\"(]{0,2}[a-zA-Z0-9é漢]{1,9}([-*_:',.)(]{1,2}[a-z])?[.,;!?—/)*_'\"]{0,3}( |\n)){0,40}[a-z]{1,30}",
        // As wide as each other: of others, that wrapper takes the first line's width for each line after a line end.
        (first, indent) in prop::sample::select(vec![("", ""), ("- ", "  "), ("> ", "> "), ("10. ", "    ")]),
        width in 1_usize..60,
    ) {
        let options = textwrap::Options::new(width)
            .initial_indent(first)
            .subsequent_indent(indent)
            .break_words(false)
            .word_splitter(textwrap::WordSplitter::NoHyphenation)
            .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
        prop_assert_eq!(wrapped(&text, first, indent, width), textwrap::wrap(&text, options).join("\n"));
    }
}

#[test]
fn addresses_stay_whole_and_each_line_is_as_wide_as_its_indent_lets_it_be() {
    let text = "Write to <the-editors@example.org>, or see https://example.org/a-b, and soon.";
    let lines = "- Write to\n      <the-editors@example.org>,\n      or see\n      https://example.org/a-b,\n      and soon.";
    assert_eq!(wrapped(text, "- ", "      ", 20), lines);
    assert_eq!(wrapped("a bb ccc", "", "  ", 4), "a bb\n  ccc");
    assert_eq!(wrapped("a bb ccc", "  ", "", 4), "  a\nbb\nccc");
}

#[test]
fn runs_of_spaces_are_one_and_lines_end_clean() {
    assert_eq!(wrapped("a   b \n c", "> ", "> ", 72), "> a b\n> c");
    assert_eq!(wrapped("", "- ", "  ", 72), "");
}

#[test]
fn the_preheader_is_the_first_sentence_for_everyone() {
    let preheader = |lead: &str| {
        let html = open(&Bench::lead(lead).edition().html);
        let Some(start) = html.find("class=\"preheader\"") else {
            return String::new();
        };
        let rest = &html[start..];
        let start = rest.find('>').map_or(0, |at| at + 1);
        rest[start..rest.find("</div>").unwrap_or(rest.len())].to_owned()
    };
    assert_eq!(
        preheader(
            "Dear {{ subscriber.name }}, hello. A *sentence* with [a link](https://example.org). More."
        ),
        "A sentence with a link."
    );
    assert_eq!(
        preheader("{% if subscriber.vip %}\n\nSecret words.\n\n{% endif %}\n\n- no\n\nOpen words."),
        "Open words."
    );
    assert_eq!(
        preheader("{% if subscriber.vip %}Secret. Words.{% endif %} Open. More."),
        "More."
    );
    assert_eq!(
        preheader("Dear {{ subscriber.name }}."),
        "One bullet.",
        "that of a section"
    );
    let long = preheader(&format!("{} end.", "word ".repeat(60)));
    assert!(long.ends_with("word…") && long.chars().count() <= 130, "{long}");
}

#[test]
fn right_to_left_languages_are_set_so() {
    let mut bench = Bench::lead("نص");
    bench.language = "ar".to_owned();
    let html = open(&bench.edition().html);
    assert!(html.contains("<html lang=\"ar\" dir=\"rtl\""), "{html}");
    assert!(html.contains("text-align: right"), "{html}");
    for (language, expected) in [
        ("az-Arab-IR", "rtl"),
        ("uz-Latn", "ltr"),
        ("ar-Latn", "ltr"),
        ("kk", "ltr"),
    ] {
        bench.language = language.to_owned();
        assert!(
            open(&bench.edition().html).contains(&format!("dir=\"{expected}\"")),
            "{language}"
        );
    }
}
