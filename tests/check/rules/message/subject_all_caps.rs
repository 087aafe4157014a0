//! The rule `subject-all-caps`.

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
fn fires_at_a_subject_of_capitals() {
    assert_eq!(
        of_subject("FOUR PORTS, AND WHO PAYS"),
        [
            "7:11 warning subject-all-caps: the subject is written in capitals alone -- write it as a sentence is written"
        ]
    );
    assert_eq!(of_subject("ЧЕТЫРЕ ПОРТА И ОЧЕРЕДИ").len(), 1);
    assert_eq!(
        of_subject("FOUR PORTS, {{ subscriber.name | default('you') }}").len(),
        1
    );
}

#[test]
fn quiet_for_other_subjects() {
    for subject in [
        "Four ports, and who pays",
        "NATO",
        "NATO, EU",
        "CASPIANCROSSROADS",
        "2019-02-05: 197",
        "周刊第211期：KK 给年轻人的建议 GDP",
        "{{ subscriber.name | default('you') }}",
    ] {
        assert_eq!(of_subject(subject), NOTHING, "{subject}");
    }
}
