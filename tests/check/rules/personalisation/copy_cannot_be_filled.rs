//! The rule `copy-cannot-be-filled`.

use crate::check::{NOTHING, found, found_in};
use crate::support::{TestPublication, good_draft};

/// A good draft with something more in a paragraph of its lead, on line 10.
fn lead(text: &str) -> String {
    good_draft().replacen("days. This", &format!("days. {text} This"), 1)
}

#[test]
fn fires_at_the_tag_that_fails() {
    let findings = found(&lead("{{ subscriber.email }} {{subscriber.name + 1}}"));
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].starts_with(
            "10:153 error copy-cannot-be-filled: a copy cannot be filled: `{{ subscriber.name + 1 }}`: "
        ),
        "{findings:?}"
    );
}

#[test]
fn fires_in_a_template_where_the_tag_stands_there() {
    let publication = TestPublication::new().draft(&good_draft()).file(
        "templates/issue.html",
        "<p>\n<b>{{ subscriber.name + 1 }}</b></p>",
    );
    let findings = found_in(&publication);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0]
            .starts_with("templates/issue.html:2:4 error copy-cannot-be-filled: a copy cannot be filled: "),
        "{findings:?}"
    );
}

#[test]
fn quiet_where_a_number_is_made_of_it_first() {
    let publication = TestPublication::new()
        .file("subscribers/weekly.csv", "email,years\nanna@example.org,4\n")
        .draft(&lead("{{ subscriber.years | int + 1 }}"));
    assert_eq!(found_in(&publication), NOTHING);
}
