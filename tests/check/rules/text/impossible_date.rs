//! The rule `impossible-date`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// What is found where the lead says something more, in a language.
fn with_lead(language: &str, more: &str) -> Vec<String> {
    let text = good_draft().replace(
        "lists: [weekly]",
        &format!("lists: [weekly]\nlanguage: {language}"),
    );
    found(&text.replace("This week we", &format!("{more} This week we")))
}

#[test]
fn fires_at_the_date_alone_and_says_why() {
    let text = good_draft().replace(
        "- The first note on politics says",
        "- The first note of 31 February 2019 says",
    );
    assert_eq!(
        found(&text),
        [
            "14:21 warning impossible-date: `31 February 2019` is no day of the calendar: February 2019 has 28 days -- \
             write the day that is meant"
        ]
    );
}

#[test]
fn fires_however_the_date_is_written() {
    for (language, date, reason) in [
        ("en", "April 31", "April has 30 days"),
        ("en", "Sept. 31st", "September has 30 days"),
        ("en", "the 31st of June", "June has 30 days"),
        ("en", "29 February 2019", "February 2019 has 28 days"),
        ("en", "Feb 30, 2020", "February 2020 has 29 days"),
        ("en", "2019-02-30", "February 2019 has 28 days"),
        ("en", "2019-13-05", "a year has no month 13"),
        ("en", "31/04/2019", "April has 30 days"),
        ("en", "28-31 November", "November has 30 days"),
        ("de", "31. April", "April has 30 days"),
        ("de", "31.04.2019", "April has 30 days"),
        ("fr", "31 avril 2019", "April has 30 days"),
        ("es", "31 de septiembre de 2019", "September has 30 days"),
        ("ru", "31 июня", "June has 30 days"),
    ] {
        let findings = with_lead(language, &format!("Until {date}, nobody came."));
        let of_rule = findings
            .iter()
            .filter(|finding| finding.contains("impossible-date"));
        assert_eq!(of_rule.count(), 1, "{date}: {findings:?}");
        assert!(findings.concat().contains(reason), "{date}: {findings:?}");
    }
}

#[test]
fn quiet_for_days_that_are() {
    for date in [
        "29 February 2020",
        "29 February",
        "2019-02-28",
        "30 April",
        "December 31, 2019",
        "31/12/2019",
        "12/31/2019",
    ] {
        assert_eq!(
            with_lead("en", &format!("Until {date}, nobody came.")),
            NOTHING,
            "{date}"
        );
    }
}

#[test]
fn quiet_for_what_is_no_date() {
    for text in [
        "In April 31 people came.",
        "Issue 31 February 2019 is out.",
        "You may 31 times ask.",
        "The version 2019-02-30.1 is out.",
        "Room 31/04/20 is open.",
        "He wrote `2019-02-30` down.",
    ] {
        assert_eq!(with_lead("en", text), NOTHING, "{text}");
    }
    assert_eq!(with_lead("de", "Am 31. Tag kam der April."), NOTHING);
}
