//! The rule `numbers-disagree`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// What is found where the lead says something more.
fn with_lead(more: &str) -> Vec<String> {
    found(&good_draft().replace("This week we", &format!("{more} This week we")))
}

#[test]
fn fires_from_the_verb_to_the_second_number() {
    let text = good_draft().replace("who did what", "it rose from 5 to 3 per cent");
    let text = text.replacen("it rose from 5 to 3 per cent", "who did what", 5);
    assert_eq!(
        found(&text),
        [
            "22:37 warning numbers-disagree: something rises here, and the numbers say that it falls: `rose from 5 to 3 per cent` -- \
             look it up: correct the verb, or swap the numbers"
        ]
    );
}

#[test]
fn fires_whichever_way_and_unit() {
    for text in [
        "Debt fell from 4.8 per cent to 5.2 per cent.",
        "Debt fell sharply this year from 4.8% to 5.2%.",
        "Exports increased from $1.2 billion to $900 million.",
        "Output dropped from 1,200 to 1,300 tonnes.",
        "Growth rose from 5 per cent in 2017 to 3 per cent.",
    ] {
        let findings = with_lead(text);
        assert_eq!(findings.len(), 1, "{text}: {findings:?}");
        assert!(findings[0].contains("numbers-disagree"), "{text}: {findings:?}");
    }
}

#[test]
fn quiet_where_they_agree_or_may() {
    for text in [
        "Debt rose from 3 to 5 per cent.",
        "Exports rose from 900 million to 1.2 billion.",
        "Exports rose from 500 to 1 million.",
        "Exports fell from 3 to 5 per cent, the firms say.",
        "Prices fell from 2017 to 2018.",
        "It climbed from 15 to 12 in the ranking.",
        "It rose from 5th to 3rd.",
        "It rose from 5 May to 3 June.",
        "The office is open from 9 to 5.",
        "It rose from 20% to 5 million.",
    ] {
        assert_eq!(with_lead(text), NOTHING, "{text}");
    }
}
