//! The rule `list-undeclared`.

use crate::check::NOTHING;
use crate::check::of_rule::of_rule;
use crate::support::TestPublication;

/// What is found where subscribers/ has a file of this name.
fn of_file(name: &str) -> Vec<String> {
    let publication =
        TestPublication::new().file(&format!("subscribers/{name}"), "email\nanna@example.org\n");
    of_rule("list-undeclared", &publication)
}

#[test]
fn fires_at_the_file() {
    assert_eq!(
        of_file("staff.csv"),
        [
            "subscribers/staff.csv:1:1 info list-undeclared: the list `staff` is not in digest.yaml, so nothing is sent to it -- \
          add `staff` to `lists` in digest.yaml, or take the file away"
        ]
    );
    let near = of_file("weekli.csv");
    assert_eq!(near.len(), 1);
    assert!(near[0].contains("did you mean to call it `weekly`?"), "{near:?}");
}

#[test]
fn quiet_for_a_list_of_digest_yaml() {
    assert_eq!(of_file("monthly.yaml"), NOTHING);
}
