//! The rule `subject-reply-prefix`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// What is found where the front matter has these further lines.
fn with_front(lines: &str) -> Vec<String> {
    found(&good_draft().replace("lists: [weekly]\n", &format!("lists: [weekly]\n{lines}\n")))
}

#[test]
fn fires_at_the_prefix_alone() {
    assert_eq!(
        with_front("subject: \"Re: your question\""),
        [
            "7:11 error subject-reply-prefix: the subject begins with `Re:`, as if it answered a mail -- say what the issue is about"
        ]
    );
    for subject in ["RE: a", "Fwd: a", "FW: a", "Re[2]: a", "re: a"] {
        assert_eq!(
            with_front(&format!("subject: \"{subject}\"")).len(),
            1,
            "{subject}"
        );
    }
}

#[test]
fn fires_at_a_title_that_serves_as_the_subject() {
    let findings = found(&good_draft().replace("# Caspian crossroads", "# Re: Caspian crossroads"));
    assert!(
        findings[0].starts_with("8:3 error subject-reply-prefix: "),
        "{findings:?}"
    );
}

#[test]
fn fires_at_what_mail_programs_write_in_the_drafts_language() {
    assert_eq!(
        with_front("language: de-AT\nsubject: \"AW: Ihre Frage\"").len(),
        1
    );
    assert_eq!(with_front("language: sv\nsubject: \"SV: Din fråga\"").len(), 1);
}

#[test]
fn quiet_for_other_words_before_a_colon() {
    for subject in [
        "Results: the ports",
        "SV: who is elected",
        "AW: a word",
        "Report",
        "Fwd",
        "Reports: a",
    ] {
        assert_eq!(
            with_front(&format!("subject: \"{subject}\"")),
            NOTHING,
            "{subject}"
        );
    }
}
