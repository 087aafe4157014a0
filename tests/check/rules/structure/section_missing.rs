//! The rule `section-missing`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_at_the_section_that_it_should_follow() {
    let draft = good_draft();
    let end = draft.find("## Society").expect("the second section");
    assert_eq!(
        found(&draft[..end]),
        [
            "12:4 error section-missing: the section `Society and Culture` is missing -- \
          write the heading `## Society and Culture` with its bullets (3) after the section `Politics and Security`"
        ]
    );
}

#[test]
fn fires_once_a_section_where_all_are_missing() {
    let draft = good_draft();
    let end = draft.find("## Politics").expect("the first section");
    let findings = found(&draft[..end]);
    assert_eq!(findings.len(), 2, "{findings:?}");
    assert!(
        findings[0].starts_with("8:3 error section-missing: the section `Politics and Security`"),
        "{findings:?}"
    );
    assert!(
        findings[1].ends_with("with its bullets (3) after the lead"),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_an_optional_section() {
    // The section `Letters` of the house style is not there.
    assert_eq!(found(&good_draft()), NOTHING);
}
