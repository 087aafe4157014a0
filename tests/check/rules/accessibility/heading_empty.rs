//! The rule `heading-empty`.

use crate::check::of_rule::with_block;
use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_at_marks_without_words() {
    assert_eq!(
        with_block("###\n\nPorts"),
        [
            "14:1 warning heading-empty: this heading has no words -- write the heading behind the marks, or take them out"
        ]
    );
}

#[test]
fn quiet_for_words_slots_and_what_other_rules_speak_of() {
    assert_eq!(with_block("### Ports"), NOTHING);
    assert_eq!(with_block("### {{ publication.title }}"), NOTHING);
    assert_eq!(with_block("### `code`"), NOTHING);
    let findings = found(&good_draft().replace("## Society and Culture", "##"));
    assert!(
        !findings.iter().any(|finding| finding.contains("heading-empty")),
        "{findings:?}"
    );
}
