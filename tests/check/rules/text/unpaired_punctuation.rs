//! The rule `unpaired-punctuation`.

use crate::check::{NOTHING, found, with_paragraph};

#[test]
fn fires_at_what_is_never_closed() {
    assert_eq!(
        found(&with_paragraph("The ministry (which was late said nothing.")),
        [
            "10:14 warning unpaired-punctuation: this `(` is never closed -- close it where the aside or the quotation ends, or take it out"
        ]
    );
}

#[test]
fn fires_at_what_was_never_opened() {
    assert_eq!(
        found(&with_paragraph("The ministry said nothing” at all.")),
        [
            "10:26 warning unpaired-punctuation: this `”` closes what was never opened -- \
          open it where the aside or the quotation begins, or take it out"
        ]
    );
}

#[test]
fn fires_at_each_kind() {
    for (text, sign) in [
        ("The ministry [of trade said.", "["),
        ("The ministry of trade) said.", ")"),
        ("The \"ministry of trade said.", "\""),
        ("The “ministry” of “trade said.", "“"),
        ("The «ministry of trade said.", "«"),
        ("部「门。", "「"),
        ("The (ministry [of) trade.", "["),
    ] {
        let findings = found(&with_paragraph(text));
        assert_eq!(findings.len(), 1, "{text}: {findings:?}");
        assert!(
            findings[0].contains(&format!(" warning unpaired-punctuation: this `{sign}` ")),
            "{findings:?}"
        );
    }
}

#[test]
fn quiet_for_lists_smileys_inches_and_excerpts() {
    for text in [
        "They a) came, b) saw, 3) left.",
        "They came :) and left (happily ;-)",
        "A 12\" screen.",
        "The interval [0, 1) is half open.",
        "“They came (and …",
        "O'Brien's ports, the '90s.",
        "Read more »",
        "They say „so“ and “so” and («so»).",
        "They say \"so\", and (\"so\").",
        "His (wide） brackets.",
        "Code `(` and [a link](https://example.org/a_(b)).",
        "צה\"ל",
    ] {
        assert_eq!(found(&with_paragraph(text)), NOTHING, "{text}");
    }
}

#[test]
fn quiet_for_what_runs_over_paragraphs() {
    for text in [
        "“They came.\n\n“They saw.”",
        "(They came.\n\nThey saw.)",
        "\"They came.\n\nThey saw.\"",
    ] {
        assert_eq!(found(&with_paragraph(text)), NOTHING, "{text}");
    }
    let russian = with_paragraph("Спасибо)").replace("lists: [weekly]", "lists: [weekly]\nlanguage: ru");
    let findings = found(&russian);
    assert!(
        !findings.iter().any(|found| found.contains("unpaired")),
        "{findings:?}"
    );
}
