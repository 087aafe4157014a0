//! The rule `list-unreadable`.

use crate::check::{NOTHING, found_in};
use crate::support::TestPublication;

#[test]
fn fires_at_a_list_without_a_column_of_addresses() {
    let findings =
        found_in(&TestPublication::new().file("subscribers/weekly.csv", "who,town\nAnna,Almaty\n"));
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].starts_with("subscribers/weekly.csv:1:1 error list-unreadable: "),
        "{findings:?}"
    );
    assert!(findings[0].contains("`email`"), "{findings:?}");
}

#[test]
fn quiet_for_a_list_that_can_be_read() {
    assert_eq!(
        found_in(
            &TestPublication::new().file("subscribers/weekly.csv", "email;name\nanna@example.org;Anna\n")
        ),
        NOTHING
    );
}
