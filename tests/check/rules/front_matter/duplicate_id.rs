//! The rule `duplicate-id`.

use digest_cli::check::Targets;

use crate::check::{NOTHING, found_in, shown};
use crate::support::{TestPublication, good_draft};

#[test]
fn fires_at_the_later_file() {
    let publication = TestPublication::new()
        .draft(&good_draft())
        .file("drafts/b.md", good_draft().replace("issue: 197", "issue: 198"));
    assert_eq!(
        found_in(&publication),
        [
            "drafts/b.md:2:5 error duplicate-id: the id `2019-02-05-crossroads` is also that of `drafts/a.md` -- \
          give the newer of the two an id of its own"
        ]
    );
}

#[test]
fn fires_at_the_one_draft_that_is_checked() {
    let publication = TestPublication::new()
        .draft(&good_draft())
        .file("drafts/b.md", good_draft().replace("issue: 197", "issue: 198"));
    let findings = publication
        .check_only(&Targets::Paths(vec!["drafts/a.md".into()]))
        .diagnostics;
    let findings: Vec<String> = findings.iter().map(shown).collect();
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].contains("is also that of `drafts/b.md`"),
        "{findings:?}"
    );
}

#[test]
fn quiet_where_ids_differ() {
    let other = good_draft()
        .replace("issue: 197", "issue: 198")
        .replace("-crossroads", "-ports");
    assert_eq!(
        found_in(
            &TestPublication::new()
                .draft(&good_draft())
                .file("drafts/b.md", other)
        ),
        NOTHING
    );
}
