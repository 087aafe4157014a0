//! The rule `state-tracked-by-git`.

use crate::check::{NOTHING, found_in};
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication, git};

#[test]
fn fires_at_what_git_tracks() {
    let publication = TestPublication::new()
        .file(".digest/key", "secret")
        .file(".digest/.gitignore", "*");
    if !git(&publication, &["init", "-q"]) {
        return;
    }
    assert_eq!(found_in(&publication), NOTHING, "git does not track it yet");
    assert!(git(&publication, &["add", "--force", ".digest"]));
    assert_eq!(
        found_in(&publication),
        [
            ".digest/key:1:1 error state-tracked-by-git: this is the key by which links to unsubscribe are signed, and git tracks it -- \
          write `.digest/key` into .gitignore and run `git rm --cached .digest/key`; what was pushed already is out"
        ]
    );
}

#[test]
fn fires_at_a_ledger_elsewhere() {
    let publication =
        TestPublication::with_config(&format!("{HOUSE_STYLE}{FOOTER}ledger: state/ledger.db\n"))
            .file("state/ledger.db", "a ledger");
    if git(&publication, &["init", "-q"]) {
        assert!(git(&publication, &["add", "state/ledger.db"]));
        let findings = found_in(&publication);
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(
            findings[0].starts_with("state/ledger.db:1:1 error state-tracked-by-git: "),
            "{findings:?}"
        );
    }
}

#[test]
fn quiet_outside_a_repository() {
    assert_eq!(
        found_in(&TestPublication::new().file(".digest/key", "secret")),
        NOTHING
    );
}
