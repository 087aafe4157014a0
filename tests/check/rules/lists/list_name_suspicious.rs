//! The rule `list-name-suspicious`.

use crate::check::NOTHING;
use crate::check::of_rule::of_rule;
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication};

/// What is found of the list `weekly` with these lines, where the publication's own domain is a real one.
fn of_list(lines: &str) -> Vec<String> {
    let config = format!("{HOUSE_STYLE}{FOOTER}").replace("weekly@example.org", "weekly@eurasia.kz");
    let publication = TestPublication::with_config(&config).file("subscribers/weekly.csv", lines);
    of_rule("list-name-suspicious", &publication)
}

#[test]
fn fires_with_what_it_is() {
    for (name, what) in [
        ("anna@corp.kz", "is an address, and stands where a name should"),
        ("*|FNAME|*", "is a tag of a mailing program, not a name"),
        ("Test", "is hardly a name"),
        ("anna1985", "looks like the name of an account"),
        ("ANNA KIM", "is written in capitals alone"),
        ("АННА", "is written in capitals alone"),
    ] {
        assert_eq!(
            of_list(&format!("email,name\nanna@corp.kz,{name}\n")),
            [format!(
                "subscribers/weekly.csv:2:1 info list-name-suspicious: `{name}` {what} -- write the name as its owner does, or leave it empty"
            )]
        );
    }
}

#[test]
fn quiet_for_names() {
    for name in [
        "",
        "Anna Kim",
        "BO",
        "J. R.",
        "안나",
        "アンナ",
        "anna",
        "Channel 4",
        "Henry 8",
    ] {
        assert_eq!(
            of_list(&format!("email,name\nanna@corp.kz,{name}\n")),
            NOTHING,
            "{name}"
        );
    }
}
