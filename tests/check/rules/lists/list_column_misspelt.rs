//! The rule `list-column-misspelt`.

use crate::check::NOTHING;
use crate::check::of_rule::of_rule;
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication};

/// What is found of the list `weekly` with these lines, where the publication's own domain is a real one.
fn of_list(lines: &str) -> Vec<String> {
    let config = format!("{HOUSE_STYLE}{FOOTER}").replace("weekly@example.org", "weekly@eurasia.kz");
    let publication = TestPublication::with_config(&config).file("subscribers/weekly.csv", lines);
    of_rule("list-column-misspelt", &publication)
}

#[test]
fn fires_at_each_column() {
    assert_eq!(
        of_list("email,nmae,stauts\nanna@corp.kz,Anna,active\n"),
        [
            "subscribers/weekly.csv:1:1 info list-column-misspelt: the column `nmae` looks like `name`, but is not read as it -- \
          call it `name`, if that is what it holds",
            "subscribers/weekly.csv:1:1 info list-column-misspelt: the column `stauts` looks like `status`, but is not read as it -- \
          call it `status`, if that is what it holds",
        ]
    );
}

#[test]
fn quiet_for_columns_of_ones_own() {
    assert_eq!(
        of_list("email,name,city,nickname,game,state,name2,first_name\nanna@corp.kz,,,,,,,\n"),
        NOTHING
    );
}
