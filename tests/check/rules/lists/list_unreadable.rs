//! The rule `list-unreadable`.

use crate::check::{NOTHING, found_in};
use crate::support::TestPublication;

#[test]
fn fires_at_a_list_without_a_column_of_addresses() {
    let list = "who,town\nAnna,Almaty\n";
    assert_eq!(
        found_in(&TestPublication::new().file("subscribers/weekly.csv", list)),
        [
            "subscribers/weekly.csv:1:1 error list-unreadable: there is no column `email` -- \
          name the column that holds the addresses `email`; the columns are `who`, `town`"
        ]
    );
}

#[test]
fn fires_at_the_line_where_a_list_is_no_yaml() {
    let list = "- { email: anna@example.org }\n- { email: [\n";
    let findings = found_in(&TestPublication::new().file("subscribers/weekly.yaml", list));
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].starts_with("subscribers/weekly.yaml:"),
        "{findings:?}"
    );
    assert!(
        !findings[0].contains("list-unreadable: subscribers/"),
        "{findings:?}"
    );
}

#[test]
fn fires_where_a_list_has_two_files() {
    let publication = TestPublication::new()
        .file("subscribers/weekly.csv", "email\nanna@example.org\n")
        .file("subscribers/weekly.yaml", "- { email: anna@example.org }\n");
    let findings = found_in(&publication);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].contains("list-unreadable: the list `weekly` has two files, "),
        "{findings:?}"
    );
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
