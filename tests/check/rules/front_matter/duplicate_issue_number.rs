//! The rule `duplicate-issue-number`.

use crate::check::{NOTHING, found_in};
use crate::support::{TestPublication, good_draft};

#[test]
fn fires_and_names_the_next_number() {
    let other = |id: &str| good_draft().replace("-crossroads", id);
    let publication = TestPublication::new()
        .draft(&good_draft())
        .file("drafts/b.md", other("-ports"))
        .file(
            "drafts/c.md",
            other("-ferries").replace("issue: 197", "issue: 203"),
        );
    assert_eq!(
        found_in(&publication),
        [
            "drafts/b.md:3:8 error duplicate-issue-number: the issue number 197 is also that of `drafts/a.md` -- \
          give the newer of the two the next one, 204"
        ]
    );
}

#[test]
fn quiet_where_drafts_have_no_number() {
    let draft = good_draft().replace("issue: 197\n", "");
    let other = draft.replace("-crossroads", "-ports");
    assert_eq!(
        found_in(&TestPublication::new().draft(&draft).file("drafts/b.md", other)),
        NOTHING
    );
}
