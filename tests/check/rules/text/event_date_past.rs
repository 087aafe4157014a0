//! The rule `event-date-past`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// What is found where the lead of an issue of 5 February 2019 says something more.
fn with_lead(more: &str) -> Vec<String> {
    found(&good_draft().replace("This week we", &format!("{more} This week we")))
}

#[test]
fn fires_at_the_date() {
    let text = good_draft().replace(
        "- The first note on politics says",
        "- The talks will be held on 3 February 2019: it says",
    );
    assert_eq!(
        found(&text),
        [
            "14:29 warning event-date-past: this is announced for `3 February 2019`, and the issue is of 2019-02-05 -- \
             take it out, or write what came of it; else correct the date"
        ]
    );
}

#[test]
fn fires_for_whatever_is_to_come() {
    for (text, severity) in [
        ("Registration closes on Friday, 1 February.", "info"),
        ("Join us on February 1, 2019 in Almaty.", "warning"),
        ("Apply by 2019-01-31.", "warning"),
        ("The submission deadline is 31 January.", "info"),
    ] {
        let findings = with_lead(text);
        assert_eq!(findings.len(), 1, "{text}: {findings:?}");
        assert!(
            findings[0].contains(&format!("{severity} event-date-past")),
            "{text}: {findings:?}"
        );
    }
}

#[test]
fn quiet_for_days_to_come_and_for_what_was() {
    for text in [
        "The talks will be held on 5 February 2019.",
        "The talks will be held on 8 February.",
        "The talks were held on 3 February 2019.",
        "The show will open from 3 February 2019 to 8 March.",
        "The fair will start on 3 February 2019 and 9 February.",
        "The law, which will take place of that announced on 3 February 2019, is new.",
        "The talks will be held. On 3 February 2019 they were not.",
        "Registration closes on 10 October.",
    ] {
        assert_eq!(with_lead(text), NOTHING, "{text}");
    }
}

#[test]
fn quiet_in_other_languages() {
    let text = good_draft().replace("This week we", "Apply by 2019-01-31. This week we");
    assert_eq!(
        found(&text.replace("lists: [weekly]", "lists: [weekly]\nlanguage: de")),
        NOTHING
    );
}
