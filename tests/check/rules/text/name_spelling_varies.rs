//! The rule `name-spelling-varies`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// What is found where the lead says something more.
fn with_lead(more: &str) -> Vec<String> {
    found(&good_draft().replace("This week we", &format!("{more} This week we")))
}

#[test]
fn fires_at_the_second_spelling() {
    let text = good_draft()
        .replace("first note on politics", "first note by Assel Tokayeva")
        .replace("third note on society", "third note by Assel Tokaeva");
    assert_eq!(
        found(&text),
        [
            "22:21 info name-spelling-varies: `Assel Tokaeva` is `Assel Tokayeva` further up -- look up the spelling, and write it \
             in one way"
        ]
    );
}

#[test]
fn fires_for_first_names_too() {
    let findings = with_lead("Danijar Serik spoke, and Daniyar Serik’s answer was short.");
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].contains("`Daniyar Serik` is `Danijar Serik` further up"),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_forms_of_a_word_and_for_other_people() {
    for text in [
        "Assel Tokayeva spoke, and Dana Tokaeva too.",
        "Central African ships pass South Africa, and South African ones Central Africa.",
        "Assel Serik spoke, and Assel Serika.",
        "Book Dashers go to Book Dashes.",
        "The Senior spoke to the man at The Sensor.",
        "Anna Lee and Anna Lea spoke.",
    ] {
        assert_eq!(with_lead(text), NOTHING, "{text}");
    }
}
