//! The rule `file-name-mismatch`.

use crate::check::{NOTHING, found_in};
use crate::support::{TestPublication, good_draft};

/// What is found where the good draft, issue 197 of 5 February 2019, has a name.
fn named(name: &str) -> Vec<String> {
    found_in(&TestPublication::new().file(&format!("drafts/{name}.md"), good_draft()))
}

#[test]
fn fires_at_the_date() {
    assert_eq!(
        named("2019-02-12-crossroads"),
        [
            "drafts/2019-02-12-crossroads.md:4:7 warning file-name-mismatch: the file's name says 2019-02-12, and `date` says \
             2019-02-05 -- correct the one that is wrong; a draft keeps its `id` when its file is renamed"
        ]
    );
}

#[test]
fn fires_at_the_number() {
    for name in [
        "issue-198",
        "2019-02-05-issue_198",
        "weekly issue 198",
        "Issue198",
    ] {
        let findings = named(name);
        assert_eq!(findings.len(), 1, "{name}: {findings:?}");
        assert!(
            findings[0].contains(
                ":3:8 warning file-name-mismatch: the file's name says issue 198, and `issue` says 197"
            ),
            "{name}: {findings:?}"
        );
    }
}

#[test]
fn quiet_where_they_agree_or_the_name_says_neither() {
    for name in [
        "2019-02-05-crossroads",
        "issue-197",
        "issue-0197",
        "2019-02-30-crossroads",
        "2019-0212",
        "tissue-198",
        "issue-198-questions",
        "crossroads",
        "198",
    ] {
        assert_eq!(named(name), NOTHING, "{name}");
    }
}
