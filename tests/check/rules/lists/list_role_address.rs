//! The rule `list-role-address`.

use crate::check::NOTHING;
use crate::check::of_rule::of_rule;
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication};

/// What is found of the list `weekly` with these lines, where the publication's own domain is a real one.
fn of_list(lines: &str) -> Vec<String> {
    let config = format!("{HOUSE_STYLE}{FOOTER}").replace("weekly@example.org", "weekly@eurasia.kz");
    let publication = TestPublication::with_config(&config).file("subscribers/weekly.csv", lines);
    of_rule("list-role-address", &publication)
}

#[test]
fn fires_at_each() {
    assert_eq!(
        of_list("email\nanna@corp.kz\nPostmaster@corp.kz\nno-reply@corp.kz\n"),
        [
            "subscribers/weekly.csv:3:1 info list-role-address: nobody reads a newsletter at `Postmaster@corp.kz` -- \
          take the row out, or ask the reader for an address of their own",
            "subscribers/weekly.csv:4:1 info list-role-address: nobody reads a newsletter at `no-reply@corp.kz` -- \
          take the row out, or ask the reader for an address of their own",
        ]
    );
}

#[test]
fn quiet_for_offices_that_read_and_for_who_gets_no_mail() {
    assert_eq!(
        of_list(
            "email,status\ninfo@corp.kz,\noffice@corp.kz,\nabuse@corp.kz,unsubscribed\nabuse.k@corp.kz,\n"
        ),
        NOTHING
    );
}
