//! The rule `unsubscribe-one-click-off`.

use crate::check::{NOTHING, found_there};
use crate::support::{HOUSE_STYLE, TestPublication};

/// What is found of a publication with three readers, one of whom has left, where more than one is many.
fn of_unsubscribe(unsubscribe: &str, most: usize) -> Vec<String> {
    let config = format!(
        "{HOUSE_STYLE}unsubscribe: {unsubscribe}\ncheck: {{ rules: {{ unsubscribe-one-click-off: {{ readers: {most} }} }} }}\n"
    );
    let list = "email,status\nanna@example.org,\nbo@example.org,active\ncy@example.org,unsubscribed\n";
    let publication = TestPublication::with_config(&config).file("subscribers/weekly.csv", list);
    found_there("unsubscribe-one-click-off", &publication)
}

#[test]
fn fires_where_a_list_is_large() {
    assert_eq!(
        of_unsubscribe("{ url: \"https://news.example.org/u\", one_click: false }", 1),
        [
            "digest.yaml:16:62 warning unsubscribe-one-click-off: `subscribers/weekly.csv` has more than 1 readers, and they cannot leave \
          with one click -- let the page at `url` take a POST as RFC 8058 says, and write `one_click: true`"
        ]
    );
    let findings = of_unsubscribe("{ mailto: unsubscribe@example.org }", 1);
    assert!(
        findings[0].contains("write a `url` that takes a POST"),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_a_small_list_and_where_it_is_on() {
    assert_eq!(
        of_unsubscribe("{ url: \"https://news.example.org/u\" }", 2),
        NOTHING
    );
    assert_eq!(
        of_unsubscribe("{ url: \"https://news.example.org/u\", one_click: true }", 1),
        NOTHING
    );
}
