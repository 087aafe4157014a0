//! The rule `html-active-content`.

use crate::check::{NOTHING, found_there, with_own_templates, with_page};
use crate::support::{TestPublication, good_draft};

/// What is found where a page has this besides.
fn of_page(body: &str) -> Vec<String> {
    found_there("html-active-content", &with_page(body))
}

#[test]
fn fires_at_a_script() {
    assert_eq!(
        of_page("<script>count()</script>"),
        [
            "templates/issue.html:5:1 error html-active-content: `<script` runs in no mail program, and many servers refuse mail that \
          holds it -- take it out, and link to a page that does what it was to do"
        ]
    );
}

#[test]
fn fires_at_whatever_runs() {
    for (body, said) in [
        ("<iframe src=\"https://example.org\"></iframe>", "`<iframe`"),
        (
            "<object data=\"https://example.org/a.swf\"></object>",
            "`<object`",
        ),
        ("<p onclick=\"a()\">a</p>", "`onclick=`"),
        ("<a href=\"JavaScript:a()\">a</a>", "`javascript:`"),
    ] {
        let findings = of_page(body);
        assert_eq!(findings.len(), 1, "{body}: {findings:?}");
        assert!(findings[0].contains(said), "{findings:?}");
    }
}

#[test]
fn quiet_for_pages_that_stand_still() {
    assert_eq!(
        of_page("<p title=\"onclick\">javascript: a language</p>"),
        NOTHING
    );
    let draft = good_draft().replace(
        "This week we",
        "Write `<script onload=\"a()\">` here. This week we",
    );
    assert_eq!(
        found_there(
            "html-active-content",
            &with_own_templates(TestPublication::new().draft(&draft))
        ),
        NOTHING
    );
}
