//! The rule `list-tracked-by-git`.

use std::process::{Command, Stdio};

use crate::check::{NOTHING, found_in};
use crate::support::TestPublication;

/// Runs git in a publication, without whatever this machine has set; whether there is a git to run.
fn git(publication: &TestPublication, arguments: &[&str]) -> bool {
    let status = Command::new("git")
        .args(arguments)
        .current_dir(publication.root())
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.is_ok_and(|status| status.success())
}

#[test]
fn fires_at_a_list_of_real_people_that_git_tracks() {
    let publication = TestPublication::new().file(
        "subscribers/weekly.csv",
        "email\nanna@corp.kz\nbo@example.org\ncy@mail.kz\n",
    );
    if !git(&publication, &["init", "-q"]) {
        return;
    }
    assert_eq!(found_in(&publication), NOTHING, "git does not track it yet");
    assert!(git(&publication, &["add", "subscribers/weekly.csv"]));
    assert_eq!(
        found_in(&publication),
        [
            "subscribers/weekly.csv:1:1 error list-tracked-by-git: this list has the addresses of 2 real people, and git tracks it -- \
          write `subscribers/weekly.csv` into .gitignore and run `git rm --cached subscribers/weekly.csv`; what was pushed already is out"
        ]
    );
}

#[test]
fn quiet_for_addresses_that_nobody_has() {
    let list = "email\nanna@example.org\nbo@sub.example.com\ncy@mail.test\ndi@пример.example\n";
    let publication = TestPublication::new().file("subscribers/weekly.csv", list);
    if git(&publication, &["init", "-q"]) {
        assert!(git(&publication, &["add", "subscribers/weekly.csv"]));
    }
    assert_eq!(found_in(&publication), NOTHING);
}

#[test]
fn quiet_outside_a_repository() {
    let publication = TestPublication::new().file("subscribers/weekly.csv", "email\nanna@corp.kz\n");
    assert_eq!(found_in(&publication), NOTHING);
}
