//! The rule `emphasis-whole-paragraph`.

use crate::check::{NOTHING, found_of, with_paragraph};

const RULE: &str = "emphasis-whole-paragraph";

/// So many words.
fn words(count: usize) -> String {
    "word ".repeat(count).trim().to_owned()
}

#[test]
fn fires_at_the_paragraph() {
    assert_eq!(
        found_of(RULE, &with_paragraph(&format!("**{}**", words(51)))),
        [
            "10:1 info emphasis-whole-paragraph: this paragraph of 51 words is in bold as a whole -- \
          mark the words that matter, or write a heading above it"
        ]
    );
}

#[test]
fn fires_at_italics_and_bullets() {
    for text in [format!("_{}_", words(51)), format!("- *{}*", words(51))] {
        let findings = found_of(RULE, &with_paragraph(&text));
        assert_eq!(findings.len(), 1, "{text}");
        assert!(findings[0].contains(" is in italics as a whole"), "{findings:?}");
    }
}

#[test]
fn quiet_for_short_ones_and_for_parts() {
    for text in [
        format!("**{}**", words(50)),
        format!("**{}** and **{}**", words(30), words(30)),
        format!("**{}** word", words(60)),
        format!("\\*\\*{}\\*\\*", words(60)),
        words(60),
    ] {
        assert_eq!(found_of(RULE, &with_paragraph(&text)), NOTHING, "{text}");
    }
}
