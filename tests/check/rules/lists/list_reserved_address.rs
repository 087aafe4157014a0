//! The rule `list-reserved-address`.

use crate::check::NOTHING;
use crate::check::of_rule::of_rule;
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication};

/// What is found of the list `weekly` with these lines, where the publication's own domain is a real one.
fn of_list(lines: &str) -> Vec<String> {
    let config = format!("{HOUSE_STYLE}{FOOTER}").replace("weekly@example.org", "weekly@eurasia.kz");
    let publication = TestPublication::with_config(&config).file("subscribers/weekly.csv", lines);
    of_rule("list-reserved-address", &publication)
}

#[test]
fn fires_at_such_a_row_among_those_of_people() {
    assert_eq!(
        of_list("email\nanna@corp.kz\ntest@example.com\n"),
        [
            "subscribers/weekly.csv:3:1 warning list-reserved-address: nobody can have the address `test@example.com`: \
          its domain is set aside for examples -- take the row out"
        ]
    );
}

#[test]
fn quiet_for_a_list_to_try_things_with_and_for_a_publication_that_is_one() {
    assert_eq!(of_list("email\ntest@example.com\nanna@example.org\n"), NOTHING);
    let publication = TestPublication::new().file(
        "subscribers/weekly.csv",
        "email\nanna@corp.kz\ntest@example.com\n",
    );
    assert_eq!(of_rule("list-reserved-address", &publication), NOTHING);
}
