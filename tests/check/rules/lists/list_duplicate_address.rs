//! The rule `list-duplicate-address`.

use crate::check::{NOTHING, found_in};
use crate::support::TestPublication;

#[test]
fn fires_at_the_later_row() {
    let publication = TestPublication::new().file(
        "subscribers/weekly.csv",
        "email,name\nanna@example.org,Anna\nAnna@Example.org,Anna Kim\n",
    );
    assert_eq!(
        found_in(&publication),
        [
            "subscribers/weekly.csv:3:1 warning list-duplicate-address: `Anna@Example.org` stands on this list already, on line 2 -- \
          keep the row that is right"
        ]
    );
}

#[test]
fn quiet_for_one_address_on_two_lists() {
    let list = "email,name\nanna@example.org,Anna\n";
    let publication = TestPublication::new()
        .file("subscribers/weekly.csv", list)
        .file("subscribers/monthly.csv", list);
    assert_eq!(found_in(&publication), NOTHING);
}
