//! The rule `weekday-date-mismatch`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// What is found where the lead of an issue of 5 February 2019, a Tuesday, says something more.
fn with_lead(more: &str) -> Vec<String> {
    found(&good_draft().replace("This week we", &format!("{more} This week we")))
}

#[test]
fn fires_from_the_weekday_to_the_date() {
    let text = good_draft().replace(
        "- The first note on politics says",
        "- The first note of Monday, 5 February 2019 says",
    );
    assert_eq!(
        found(&text),
        [
            "14:21 warning weekday-date-mismatch: 2019-02-05 is a Tuesday, not a Monday -- correct the weekday or the date"
        ]
    );
}

#[test]
fn fires_however_they_are_written() {
    for date in [
        "Mon., Feb. 5, 2019",
        "Monday the 5th of February 2019",
        "2019-02-05 (Monday)",
        "Monday 2019-02-05",
        "Monday, 5 February",
        "Sunday, January 28, 2019",
        "Thursday, 4 January",
    ] {
        let findings = with_lead(&format!("They meet on {date}, they say."));
        let of_rule = findings
            .iter()
            .filter(|finding| finding.contains("weekday-date-mismatch"));
        assert_eq!(of_rule.count(), 1, "{date}: {findings:?}");
        assert!(
            findings[0].contains("weekday-date-mismatch"),
            "{date}: {findings:?}"
        );
    }
}

#[test]
fn fires_in_other_languages() {
    for (language, date) in [
        ("de", "Montag, den 5. Februar 2019"),
        ("fr", "lundi 5 février 2019"),
        ("es", "lunes 5 de febrero de 2019"),
        ("ru", "в понедельник, 5 февраля 2019"),
    ] {
        let text = good_draft().replace(
            "lists: [weekly]",
            &format!("lists: [weekly]\nlanguage: {language}"),
        );
        let findings = found(&text.replace("This week we", &format!("{date}. This week we")));
        let of_rule = findings
            .iter()
            .filter(|finding| finding.contains("weekday-date-mismatch"));
        assert_eq!(of_rule.count(), 1, "{date}: {findings:?}");
    }
}

#[test]
fn quiet_where_they_agree_or_belong_to_other_dates() {
    for date in [
        "Tuesday, 5 February 2019",
        "Tuesday, 5 February",
        "Thursday, 17 October 2019",
        "Monday and Tuesday, February 4 and 5",
        "Monday-Tuesday, 5 February",
        "the Sun, 5 February 2019",
        "Mondays, 5 February 2019",
        "Monday. 5 February 2019",
    ] {
        assert_eq!(with_lead(&format!("It was {date}, they say.")), NOTHING, "{date}");
    }
}

#[test]
fn quiet_where_the_next_year_may_be_meant() {
    assert_eq!(with_lead("The next one opens on Thursday, 17 October."), NOTHING);
    assert_eq!(with_lead("The next one opens on Saturday, 4 January."), NOTHING);
}
