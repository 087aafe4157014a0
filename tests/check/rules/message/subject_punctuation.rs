//! The rule `subject-punctuation`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// What is found of a subject.
fn of_subject(subject: &str) -> Vec<String> {
    found(&good_draft().replace(
        "lists: [weekly]\n",
        &format!("lists: [weekly]\nsubject: \"{subject}\"\n"),
    ))
}

#[test]
fn fires_at_the_second_exclamation_mark() {
    assert_eq!(
        of_subject("Ports! And ships!"),
        ["7:27 info subject-punctuation: the subject has 2 exclamation marks -- let the words say it"]
    );
    assert_eq!(of_subject("The ports are open!!!").len(), 1);
}

#[test]
fn fires_at_runs_of_other_marks() {
    assert_eq!(
        of_subject("Who pays??? Who gains?"),
        ["7:19 info subject-punctuation: the subject holds `???` -- let the words say it"]
    );
    assert_eq!(of_subject("What it costs: $$$").len(), 1);
}

#[test]
fn quiet_for_marks_as_they_are_used() {
    for subject in [
        "Who pays? Who gains?",
        "Ports are open!",
        "¡Los puertos!",
        "Is it open?!",
        "It costs $5",
    ] {
        assert_eq!(of_subject(subject), NOTHING, "{subject}");
    }
}
