//! The rule `html-title-missing`.

use crate::check::NOTHING;
use crate::check::of_rule::of_page;

/// What is found where the page's head is this.
fn of_head(head: &str) -> Vec<String> {
    of_page(
        "html-title-missing",
        &format!("<html lang=\"en\"><head>\n{head}</head><body>{{{{ lead }}}}</body></html>"),
    )
}

#[test]
fn fires_at_what_is_there_instead() {
    let hint = "write `<title>{{ title_text }}</title>` in the template's head";
    assert_eq!(
        of_head(""),
        [format!(
            "templates/issue.html:1:1 warning html-title-missing: the page has no `<title>` -- {hint}"
        )]
    );
    assert_eq!(
        of_head("<title> </title>"),
        [format!(
            "templates/issue.html:2:1 warning html-title-missing: the page's `<title>` is empty -- {hint}"
        )]
    );
    assert_eq!(
        of_head("<title>Untitled</title>"),
        [format!(
            "templates/issue.html:2:1 warning html-title-missing: the page's `<title>` is `Untitled`, whatever the issue -- {hint}"
        )]
    );
}

#[test]
fn quiet_for_a_title() {
    assert_eq!(of_head("<title>{{ title_text }}</title>"), NOTHING);
}
