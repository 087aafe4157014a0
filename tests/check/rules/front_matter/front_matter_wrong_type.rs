//! The rule `front-matter-wrong-type`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_at_the_value() {
    let findings = found(&good_draft().replace("issue: 197", "issue: next"));
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].starts_with("3:8 error front-matter-wrong-type: `issue`"),
        "{findings:?}"
    );
    assert_eq!(
        found(&good_draft().replace("lists: [weekly]", "lists: [weekly]\nstatus: almost")).len(),
        1
    );
}

#[test]
fn quiet_for_a_single_list_without_brackets() {
    assert_eq!(
        found(&good_draft().replace("lists: [weekly]", "lists: weekly")),
        NOTHING
    );
}
