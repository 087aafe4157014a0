//! The rule `doubled-space`.

use crate::check::{NOTHING, found, mended, with_paragraph};

#[test]
fn fires_at_the_spaces() {
    assert_eq!(
        found(&with_paragraph("Four  ports were\twidened.")),
        [
            "10:5 info doubled-space: more than one space stands between two words -- write one space",
            "10:17 info doubled-space: a tab stands between two words -- write one space",
        ]
    );
}

#[test]
fn fires_after_a_sentence_where_that_is_not_the_draft_s_way() {
    let findings = found(&with_paragraph("Ports were widened.  Ships wait. They do."));
    assert!(
        findings[0].starts_with("10:20 info doubled-space"),
        "{findings:?}"
    );
    assert_eq!(findings.len(), 1);
}

#[test]
fn the_fix_leaves_one_space() {
    assert_eq!(
        mended("doubled-space", &with_paragraph("Four   ports\t were widened.")),
        with_paragraph("Four ports were widened.")
    );
}

#[test]
fn quiet_where_two_spaces_after_sentences_are_the_draft_s_way() {
    let text = with_paragraph("Ports were widened.  Ships wait.  They do.  \"Do they?\"  They do.");
    assert_eq!(found(&text), NOTHING);
}

#[test]
fn quiet_for_what_is_no_space_between_words() {
    for text in [
        "A line that is broken  \nhere.",
        "- Item\n\n      indented code",
        "| a  | b   |\n|----|-----|\n| c  | d   |",
        "Between {% if subscriber.name %} tags {% endif %} too, and `a  b`.",
        "With an entity&#32; here.",
    ] {
        let findings = found(&with_paragraph(text));
        let of_rule: Vec<&String> = findings
            .iter()
            .filter(|found| found.contains("doubled-space"))
            .collect();
        assert!(of_rule.is_empty(), "{text}: {of_rule:?}");
    }
}
