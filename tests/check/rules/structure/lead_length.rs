//! The rule `lead-length`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_at_the_title_of_a_short_lead() {
    let draft = good_draft()
        .replace(
            "This week we ask who pays for the delay, and who gains by it.",
            "",
        )
        .replace("and ships still wait for days.", "");
    assert_eq!(
        found(&draft),
        [
            "8:3 warning lead-length: the lead has 11 words; the house style wants 20 to 60 -- write 9 words more"
        ]
    );
}

#[test]
fn fires_at_the_title_of_a_long_lead() {
    let draft = good_draft().replace("This week ", &"Week after week. ".repeat(20));
    let findings = found(&draft);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].starts_with("8:3 warning lead-length: the lead has "),
        "{findings:?}"
    );
    assert!(findings[0].contains("-- cut "), "{findings:?}");
}

#[test]
fn quiet_within_the_range() {
    assert_eq!(found(&good_draft()), NOTHING);
}
