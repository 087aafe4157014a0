//! The rule `subject-length`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// The good draft with a subject of so many characters.
fn with_subject(characters: usize) -> String {
    let subject = "é".repeat(characters);
    good_draft().replace(
        "lists: [weekly]\n",
        &format!("lists: [weekly]\nsubject: {subject}\n"),
    )
}

#[test]
fn fires_above_sixty_characters() {
    assert_eq!(
        found(&with_subject(61)),
        [
            "7:10 info subject-length: the subject has 61 characters; mail programs show 60 at most -- \
          put what matters first, and leave the rest to `preheader`"
        ]
    );
}

#[test]
fn fires_as_an_error_above_two_hundred() {
    assert_eq!(
        found(&with_subject(201)),
        [
            "7:10 error subject-length: the subject has 201 characters; filters take more than 200 for spam -- \
          put what matters first, and leave the rest to `preheader`"
        ]
    );
}

#[test]
fn fires_at_a_title_that_serves_as_the_subject() {
    let findings = found(&good_draft().replace("# Caspian crossroads", &format!("# {}", "long ".repeat(13))));
    assert_eq!(
        findings,
        [
            "8:3 info subject-length: the title, which is the subject too, has 64 characters; mail programs show 60 at most -- \
          give the mail a shorter subject: write `subject: …` in the front matter"
        ]
    );
}

#[test]
fn quiet_at_sixty_characters_and_for_what_slots_hold() {
    assert_eq!(found(&with_subject(60)), NOTHING);
    let slot = "Who pays, {{ subscriber.name | default('dear reader of our weekly bulletin') }}?";
    assert_eq!(
        found(&good_draft().replace(
            "lists: [weekly]\n",
            &format!("lists: [weekly]\nsubject: \"{slot}\"\n")
        )),
        NOTHING
    );
}
