//! The rule `list-empty`.

use crate::check::NOTHING;
use crate::check::of_rule::of_rule;
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication};

/// What is found of the list `weekly` with these lines, where the publication's own domain is a real one.
fn of_list(lines: &str) -> Vec<String> {
    let config = format!("{HOUSE_STYLE}{FOOTER}").replace("weekly@example.org", "weekly@eurasia.kz");
    let publication = TestPublication::with_config(&config).file("subscribers/weekly.csv", lines);
    of_rule("list-empty", &publication)
}

#[test]
fn fires_where_nobody_gets_mail() {
    let hint = "was the right file saved under this name?";
    assert_eq!(
        of_list("email,name\n"),
        [format!(
            "subscribers/weekly.csv:1:1 warning list-empty: nobody is on this list -- {hint}"
        )]
    );
    assert_eq!(
        of_list("email,status\nanna@corp.kz,unsubscribed\n"),
        [format!(
            "subscribers/weekly.csv:1:1 warning list-empty: the only subscriber of this list gets no mail -- {hint}"
        )]
    );
    assert_eq!(
        of_list("email,status\nanna@corp.kz,unsubscribed\nbo@corp.kz,bounced\n"),
        [format!(
            "subscribers/weekly.csv:1:1 warning list-empty: none of the 2 subscribers of this list gets mail -- {hint}"
        )]
    );
}

#[test]
fn quiet_where_somebody_does_and_where_a_row_cannot_be_used() {
    assert_eq!(
        of_list("email,status\nanna@corp.kz,unsubscribed\nbo@corp.kz,\n"),
        NOTHING
    );
    assert_eq!(of_list("email\nanna@corp\n"), NOTHING);
}
