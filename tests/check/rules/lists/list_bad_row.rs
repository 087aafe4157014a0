//! The rule `list-bad-row`.

use crate::check::{NOTHING, found_in};
use crate::support::TestPublication;

#[test]
fn fires_at_the_row() {
    let publication = TestPublication::new().file(
        "subscribers/weekly.csv",
        "email,name\nanna@example.org,Anna\nanna@example,Anna\n",
    );
    assert_eq!(
        found_in(&publication),
        [
            "subscribers/weekly.csv:3:1 warning list-bad-row: `anna@example` cannot be used: the domain has no dot -- mend the row, or take it out"
        ]
    );
}

#[test]
fn fires_a_hundred_times_at_most_and_then_once_for_the_rest() {
    let rows = "nobody\n".repeat(180);
    let findings = found_in(&TestPublication::new().file("subscribers/weekly.csv", format!("email\n{rows}")));
    assert_eq!(findings.len(), 101);
    assert_eq!(
        findings[100],
        "subscribers/weekly.csv:102:1 warning list-bad-row: the same is found here and further below: \
         the first 100 such findings in a file are shown -- mend those first, and check again"
    );
}

#[test]
fn quiet_for_rows_that_can_be_used() {
    let publication = TestPublication::new().file(
        "subscribers/weekly.csv",
        "email,name\nanna@example.org,Anna\nанна@пример.example,Анна\n",
    );
    assert_eq!(found_in(&publication), NOTHING);
}
