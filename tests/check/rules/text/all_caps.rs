//! The rule `all-caps`.

use crate::check::{NOTHING, found, found_of, with_paragraph};

#[test]
fn fires_at_the_words() {
    assert_eq!(
        found(&with_paragraph("Now PLEASE RENEW YOUR SUBSCRIPTION by Friday.")),
        [
            "10:5 info all-caps: this is written in capitals -- write it in small letters, in bold if it matters"
        ]
    );
}

#[test]
fn fires_in_any_script_that_has_capitals() {
    for text in [
        "ВАЖНОЕ СООБЩЕНИЕ РЕДАКЦИИ",
        "ΠΟΛΎ ΜΕΓΆΛΗ ΑΝΑΚΟΊΝΩΣΗ",
        "“STOP THE PRESSES TODAY!”",
    ] {
        let findings = found(&with_paragraph(text));
        assert_eq!(findings.len(), 1, "{text}: {findings:?}");
    }
}

#[test]
fn quiet_for_acronyms_and_short_runs() {
    for text in [
        "The NATO EU OSCE summit",
        "BREAKING NEWS: more below",
        "ALPHA, BRAVO, CHARLIE, DELTA",
        "AMERICA | EUROPE | ASIA",
        "Code `SELECT COUNT FROM TABLE`",
        "I A B C",
        "中文文字 中文文字 中文文字",
    ] {
        assert_eq!(found_of("all-caps", &with_paragraph(text)), NOTHING, "{text}");
    }
}
