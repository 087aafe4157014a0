//! The rule `acronym-unexplained`.

use crate::check::{NOTHING, found, found_in};
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication, good_draft};

/// What is found where the lead says something more.
fn with_lead(more: &str) -> Vec<String> {
    found(&good_draft().replace("This week we", &format!("{more} This week we")))
}

#[test]
fn fires_once_at_the_first_use() {
    let text = good_draft().replace("first note on politics", "first note on KMG’s politics");
    assert_eq!(
        found(&text.replace("third note on society", "third note on KMG")),
        [
            "14:21 info acronym-unexplained: `KMG` is not spelled out in this issue -- say once what it stands for, as in \
             `Eurasian Economic Union (EAEU)`"
        ]
    );
}

#[test]
fn fires_for_a_plural() {
    let findings = with_lead("The new PSAs are signed.");
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(findings[0].contains("`PSA`"), "{findings:?}");
}

#[test]
fn quiet_where_it_is_spelled_out_anywhere() {
    for text in [
        "KazMunayGas (KMG) pays. KMG says so.",
        "KMG (KazMunayGas) pays.",
        "KMG pays; the Kashagan Marine Group says so.",
        "The Bank of Kashagan Trade pays. BKT says so.",
    ] {
        assert_eq!(with_lead(text), NOTHING, "{text}");
    }
}

#[test]
fn quiet_for_what_everybody_knows_and_what_is_no_acronym() {
    for text in [
        "NATO, the IMF and the CEO speak of GDP.",
        "READ THE KMG REPORT NOW.",
        "He wrote `KMG` and KMG-7, /KMG and KMG.exe.",
        "Chapter XIV is long.",
        "The US and the EU speak.",
    ] {
        assert_eq!(with_lead(text), NOTHING, "{text}");
    }
}

#[test]
fn quiet_in_other_languages_and_for_words_of_the_house() {
    let text = good_draft().replace("This week we", "KMG pays. This week we");
    assert_eq!(
        found(&text.replace("lists: [weekly]", "lists: [weekly]\nlanguage: de")),
        NOTHING
    );
    let config = format!("{HOUSE_STYLE}{FOOTER}check: {{ terms: {{ KMG: [Kmg] }} }}\n");
    assert_eq!(
        found_in(&TestPublication::with_config(&config).draft(&text)),
        NOTHING
    );
}
