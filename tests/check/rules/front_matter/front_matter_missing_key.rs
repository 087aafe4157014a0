//! The rule `front-matter-missing-key`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_where_there_is_no_id() {
    let findings = found(&good_draft().replace("id: 2019-02-05-crossroads\n", ""));
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].contains("error front-matter-missing-key: `id` is missing"),
        "{findings:?}"
    );
}

#[test]
fn fires_once_where_there_is_no_front_matter() {
    let draft = good_draft();
    let start = draft.find("# Caspian").expect("the title");
    let findings = found(&draft[start..]);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].starts_with("1:1 error front-matter-missing-key: the draft has no front matter -- "),
        "{findings:?}"
    );
}

#[test]
fn quiet_without_a_number() {
    assert_eq!(found(&good_draft().replace("issue: 197\n", "")), NOTHING);
}
