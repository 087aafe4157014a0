//! The rule `section-unknown`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_once_at_a_misspelt_heading() {
    assert_eq!(
        found(&good_draft().replace("## Society and Culture", "## Sociaty and Cultre")),
        [
            "18:4 error section-unknown: `Sociaty and Cultre` is no section of the house style -- did you mean `Society and Culture`?"
        ]
    );
}

#[test]
fn fires_once_at_a_heading_that_was_cut_short() {
    assert_eq!(
        found(&good_draft().replace("## Society and Culture", "## Culture")),
        [
            "18:4 error section-unknown: `Culture` is no section of the house style -- did you mean `Society and Culture`?"
        ]
    );
}

#[test]
fn fires_at_a_heading_that_is_like_none() {
    let draft = good_draft() + "\n## Weather\n\nIt rains.\n";
    assert_eq!(
        found(&draft),
        [
            "24:4 error section-unknown: `Weather` is no section of the house style -- the sections are `Politics and Security`, \
          `Society and Culture`, and `Letters`; a heading within one begins with `###`"
        ]
    );
}

#[test]
fn the_bullets_below_a_misspelt_heading_are_checked_as_those_of_the_section_meant() {
    let draft = good_draft().replace("## Society and Culture", "## Sociaty and Culture") + "- Short one.\n";
    let findings = found(&draft);
    assert_eq!(findings.len(), 3, "{findings:?}");
    assert!(
        findings[1].contains("18:4 error section-unknown")
            || findings[0].contains("18:4 error section-unknown")
    );
    assert!(
        findings
            .iter()
            .any(|found| found.contains("bullet-count: the section `Society and Culture` has 4 bullets"))
    );
    assert!(
        findings
            .iter()
            .any(|found| found.starts_with("23:3 warning bullet-length"))
    );
}

#[test]
fn quiet_where_only_case_spaces_and_dashes_differ() {
    assert_eq!(
        found(&good_draft().replace("## Society and Culture", "## SOCIETY\u{A0}and  culture")),
        NOTHING
    );
}
