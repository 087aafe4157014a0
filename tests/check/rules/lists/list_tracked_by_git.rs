//! The rule `list-tracked-by-git`.

use crate::check::{NOTHING, found_in};
use crate::support::{TestPublication, git};

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
