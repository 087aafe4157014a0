//! The rule `template-broken`.

use crate::check::{NOTHING, found_in};
use crate::support::{TestPublication, good_draft};

#[test]
fn fires_once_however_many_drafts_there_are() {
    let other = good_draft()
        .replace("id: 2019-02-05", "id: 2019-02-06")
        .replace("issue: 197", "issue: 198");
    let publication = TestPublication::new()
        .draft(&good_draft())
        .file("drafts/b.md", other)
        .file("templates/issue.html", "<p>\n{{ isue.title }}");
    assert_eq!(
        found_in(&publication),
        ["templates/issue.html:2:1 error template-broken: undefined value: `isue` is undefined"]
    );
}

#[test]
fn fires_at_a_file_that_is_no_text() {
    let publication = TestPublication::new()
        .draft(&good_draft())
        .file("templates/issue.html", b"<p>\xCF\xF0\xE8\xE2\xE5\xF2</p>");
    let findings = found_in(&publication);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0]
            .starts_with("templates:1:1 error template-broken: `templates/issue.html` cannot be read: "),
        "{findings:?}"
    );
}

#[test]
fn fires_at_a_filter_that_there_is_not() {
    let publication = TestPublication::new()
        .draft(&good_draft())
        .file("templates/issue.html", "<p>{{ subscriber.name | uper }}</p>");
    assert_eq!(
        found_in(&publication),
        [
            "templates/issue.html:1:4 error template-broken: there is no filter `uper` -- did you mean `upper`?"
        ]
    );
}

#[test]
fn quiet_for_a_template_that_extends_the_built_in_one() {
    let publication = TestPublication::new()
        .draft(&good_draft())
        .file("templates/issue.html", "{% extends \"built-in/issue.html\" %}");
    assert_eq!(found_in(&publication), NOTHING);
}
