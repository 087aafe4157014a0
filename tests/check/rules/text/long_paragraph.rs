//! The rule `long-paragraph`.

use crate::check::{NOTHING, found_in, found_of, with_paragraph};
use crate::support::{HOUSE_STYLE, TestPublication};

/// So many words in sentences of five.
fn words(count: usize) -> String {
    "We say it again now. ".repeat(count / 5).trim().to_owned()
}

#[test]
fn fires_at_the_first_line() {
    assert_eq!(
        found_of("long-paragraph", &with_paragraph(&words(205))),
        [
            "10:1 info long-paragraph: this paragraph has 205 words; more than 200 are hard to read on a phone -- \
          leave an empty line where a new thought begins"
        ]
    );
}

#[test]
fn fires_at_so_many_characters_of_chinese() {
    let findings = found_of("long-paragraph", &with_paragraph(&"部长们开会。".repeat(90)));
    assert!(
        findings[0].contains("this paragraph has 540 characters; more than 500"),
        "{findings:?}"
    );
}

#[test]
fn fires_from_where_digest_yaml_says() {
    let config = format!("{HOUSE_STYLE}check: {{ rules: {{ long-paragraph: {{ words: 50 }} }} }}\n");
    let publication = TestPublication::with_config(&config).draft(&with_paragraph(&words(55)));
    let findings = found_in(&publication);
    assert!(
        findings
            .iter()
            .any(|found| found.contains("long-paragraph: this paragraph has 55 words")),
        "{findings:?}"
    );
}

#[test]
fn quiet_at_two_hundred_words_and_with_line_breaks() {
    let broken = format!("{}\\\n{}", words(150), words(150));
    for text in [words(200), broken, "部长们开会。".repeat(80), "ก".repeat(2000)] {
        assert_eq!(
            found_of("long-paragraph", &with_paragraph(&text)),
            NOTHING,
            "{text}"
        );
    }
}
