//! The rule `repeated-word`.

use crate::check::{NOTHING, found, mended, with_paragraph};

#[test]
fn fires_at_the_second_word() {
    assert_eq!(
        found(&with_paragraph("Ships wait for the the next berth.")),
        ["10:20 warning repeated-word: `the` stands twice in a row -- take one of them out"]
    );
}

#[test]
fn fires_across_line_ends_marks_and_a_capital() {
    for (text, place) in [
        ("Ships wait for the\nthe next berth.", "11:1"),
        ("Ships wait for *the* the next berth.", "10:22"),
        ("The the ships wait.", "10:5"),
        ("- Ships wait for the\n  the next berth.", "11:3"),
        ("They wait (for for days).", "10:16"),
        ("They can’t can’t wait.", "10:12"),
    ] {
        let findings = found(&with_paragraph(text));
        assert_eq!(findings.len(), 1, "{text}: {findings:?}");
        assert!(
            findings[0].starts_with(&format!("{place} warning repeated-word")),
            "{findings:?}"
        );
    }
}

#[test]
fn fires_softly_where_both_may_be_right() {
    let findings = found(&with_paragraph("The talks went on on Sunday."));
    assert!(
        findings[0].starts_with("10:19 info repeated-word"),
        "{findings:?}"
    );
}

#[test]
fn the_fix_takes_the_second_word_and_its_space() {
    for (text, fixed) in [
        (
            "Ships wait for the the next berth.",
            "Ships wait for the next berth.",
        ),
        (
            "Ships wait for the\nthe next berth.",
            "Ships wait for the next berth.",
        ),
        ("They wait for  for, well, days.", "They wait for, well, days."),
    ] {
        assert_eq!(
            mended("repeated-word", &with_paragraph(text)),
            with_paragraph(fixed)
        );
    }
}

#[test]
fn quiet_where_two_are_meant() {
    for text in [
        "All that that ship had had was rust.",
        "Duran Duran sang in New New York.",
        "A very very long wait; no, no, no.",
        "He went up, up and away.",
        "It was the end.\\\nThe end was near.",
        "They do a to-do to-do list, in in-depth reports.",
        "They read the `x` the other day, {{ subscriber.name }} subscriber.",
        "See com com.example and e-mail mail.",
        "Tain tain tain, nain nain nain.",
        "Numbers 2 2 and letters b b.",
    ] {
        assert_eq!(found(&with_paragraph(text)), NOTHING, "{text}");
    }
}

#[test]
fn quiet_in_languages_whose_doubled_words_mean_something() {
    let in_language = |language: &str, text: &str| {
        found(&with_paragraph(text).replace(
            "lists: [weekly]",
            &format!("lists: [weekly]\nlanguage: {language}"),
        ))
    };
    assert_eq!(
        in_language("de", "Die Häfen, für die die Regeln gelten."),
        NOTHING
    );
    assert_eq!(in_language("fr-CA", "Nous nous voyons."), NOTHING);
    assert_eq!(in_language("vi", "Trời xanh xanh."), NOTHING);
    assert_eq!(in_language("de", "Das ist ist so.").len(), 1);
}
