//! The rule `html-h1-count`.

use crate::check::NOTHING;
use crate::check::of_rule::of_page;

#[test]
fn fires_at_none_and_at_two() {
    assert_eq!(
        of_page("html-h1-count", "<html>\n<p>{{ title }}</p>{{ lead }}</html>"),
        [
            "templates/issue.html:1:1 warning html-h1-count: the page has no `<h1>` -- write `<h1>{{ title }}</h1>` in the template"
        ]
    );
    assert_eq!(
        of_page(
            "html-h1-count",
            "<html>\n<h1>{{ publication.title }}</h1><h1>{{ title }}</h1>{{ lead }}</html>"
        ),
        [
            "templates/issue.html:2:1 warning html-h1-count: the page has 2 `<h1>` -- \
          keep it for the issue's title, and make the others `<h2>` or `<p>`"
        ]
    );
}

#[test]
fn quiet_for_one() {
    assert_eq!(
        of_page("html-h1-count", "<h1>{{ title }}</h1>{{ lead }}"),
        NOTHING
    );
}
