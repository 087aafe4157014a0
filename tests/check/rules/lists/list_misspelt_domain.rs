//! The rule `list-misspelt-domain`.

use crate::check::NOTHING;
use crate::check::of_rule::of_rule;
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication};

/// What is found of the list `weekly` with these lines, where the publication's own domain is a real one.
fn of_list(lines: &str) -> Vec<String> {
    let config = format!("{HOUSE_STYLE}{FOOTER}").replace("weekly@example.org", "weekly@eurasia.kz");
    let publication = TestPublication::with_config(&config).file("subscribers/weekly.csv", lines);
    of_rule("list-misspelt-domain", &publication)
}

#[test]
fn fires_with_what_was_meant() {
    for (written, meant) in [
        ("anna@gmial.com", "anna@gmail.com"),
        ("anna@HOTMIAL.com", "anna@hotmail.com"),
        ("anna@corp.con", "anna@corp.com"),
        ("anna@gmial.con", "anna@gmail.com"),
    ] {
        let domain = written.rsplit('@').next().unwrap_or_default().to_lowercase();
        assert_eq!(
            of_list(&format!("email\n{written}\n")),
            [format!(
                "subscribers/weekly.csv:2:1 warning list-misspelt-domain: `{domain}` is no domain that people have mail at -- did they mean `{meant}`?"
            )]
        );
    }
}

#[test]
fn quiet_for_domains_that_are_right_or_not_known() {
    for right in [
        "gmail.com",
        "googlemail.com",
        "mail.com",
        "ymail.com",
        "email.com",
        "gmx.de",
        "corp.co",
        "yahoo.co.uk",
        "hotmail.fr",
    ] {
        assert_eq!(of_list(&format!("email\nanna@{right}\n")), NOTHING, "{right}");
    }
}
