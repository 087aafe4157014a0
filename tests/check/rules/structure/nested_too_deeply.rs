//! The rule `nested-too-deeply`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_at_an_abyss_of_quotes() {
    let deep = format!("{} text\n\n## Politics", ">".repeat(200));
    let findings = found(&good_draft().replacen("## Politics", &deep, 1));
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].starts_with("12:1 error nested-too-deeply: "),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_a_quote_within_a_quote() {
    assert_eq!(
        found(&good_draft().replacen("## Politics", ">> text\n\n## Politics", 1)),
        NOTHING
    );
}
