//! The rule `issue-date-order`.

use crate::check::{NOTHING, found_in};
use crate::support::{TestPublication, good_draft};

/// An issue of a day.
fn issue(number: u32, date: &str) -> String {
    good_draft()
        .replace("-crossroads", &format!("-{number}"))
        .replace("issue: 197", &format!("issue: {number}"))
        .replace("date: 2019-02-05", &format!("date: {date}"))
        .replace("# Caspian crossroads", &format!("# Issue {number}"))
        .replace(
            "says who did what",
            &format!("tells {number} why {number} did it"),
        )
}

#[test]
fn fires_at_the_date_of_the_later_number() {
    let publication = TestPublication::new()
        .file("drafts/a.md", issue(195, "2019-01-22"))
        .file("drafts/b.md", issue(196, "2020-01-29"))
        .file("drafts/c.md", issue(197, "2019-02-05"))
        .file("drafts/d.md", issue(198, "2019-02-12"));
    assert_eq!(
        found_in(&publication),
        [
            "drafts/c.md:4:7 warning issue-date-order: issue 197 is of 2019-02-05, and issue 196, `drafts/b.md`, of 2020-01-29 -- \
             correct the date or the number of one of them"
        ]
    );
}

#[test]
fn quiet_in_order_and_on_one_day() {
    let publication = TestPublication::new()
        .file("drafts/a.md", issue(195, "2019-01-22"))
        .file("drafts/b.md", issue(197, "2019-02-05"))
        .file("drafts/c.md", issue(196, "2019-02-05"));
    assert_eq!(found_in(&publication), NOTHING);
}
