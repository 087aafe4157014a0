//! The rule `exclamation-excess`.

use crate::check::{NOTHING, found_in, found_of, with_paragraph};
use crate::support::{HOUSE_STYLE, TestPublication};

#[test]
fn fires_at_the_first_that_is_too_much() {
    assert_eq!(
        found_of("exclamation-excess", &with_paragraph(&"Oh! ".repeat(12))),
        [
            "10:43 info exclamation-excess: the issue has 12 exclamation marks; of more than 10 none says anything -- \
          keep those that are meant, and end the other sentences with a full stop"
        ]
    );
}

#[test]
fn fires_from_where_digest_yaml_says() {
    let config = format!("{HOUSE_STYLE}check: {{ rules: {{ exclamation-excess: {{ marks: 1 }} }} }}\n");
    let publication = TestPublication::with_config(&config).draft(&with_paragraph("Oh! Ah!"));
    let findings = found_in(&publication);
    assert!(
        findings
            .iter()
            .any(|found| found.starts_with("drafts/a.md:10:7 info exclamation-excess")),
        "{findings:?}"
    );
}

#[test]
fn quiet_at_ten_at_pictures_and_at_several_in_a_row() {
    for text in ["Oh! ".repeat(10), "Oh!! ".repeat(10), "`Oh!` ".repeat(20)] {
        assert_eq!(
            found_of("exclamation-excess", &with_paragraph(&text)),
            NOTHING,
            "{text}"
        );
    }
}
