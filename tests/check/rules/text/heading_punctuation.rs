//! The rule `heading-punctuation`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// What is found where the lead has a heading within.
fn with_heading(heading: &str) -> Vec<String> {
    found(&good_draft().replacen("Dear ", &format!("### {heading}\n\nDear "), 1))
}

#[test]
fn fires_at_the_sign() {
    assert_eq!(
        with_heading("Four ports:"),
        ["10:15 info heading-punctuation: this heading ends with `:` -- take the sign out"]
    );
}

#[test]
fn fires_at_each_sign() {
    for heading in [
        "Four ports.",
        "Four ports,",
        "Four ports;",
        "**Four ports.**",
        "四个港口。",
    ] {
        let findings = with_heading(heading);
        assert_eq!(findings.len(), 1, "{heading}: {findings:?}");
    }
}

#[test]
fn quiet_for_questions_abbreviations_and_ellipses() {
    for heading in [
        "Four ports",
        "Four ports?",
        "Four ports!",
        "Ports of the U.S.",
        "Ports, ships, etc.",
        "Example Inc.",
        "And then…",
        "And then...",
        "Software :package:",
    ] {
        assert_eq!(with_heading(heading), NOTHING, "{heading}");
    }
}
