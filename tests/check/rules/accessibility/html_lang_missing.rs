//! The rule `html-lang-missing`.

use crate::check::NOTHING;
use crate::check::of_rule::of_page;

#[test]
fn fires_at_the_page() {
    let expected = "warning html-lang-missing: the page does not say which language it is in -- \
                    write `<html lang=\"{{ language }}\" dir=\"{{ direction }}\">` in the template";
    assert_eq!(
        of_page(
            "html-lang-missing",
            "<!doctype html>\n<html>\n<body>{{ lead }}</body></html>"
        ),
        [format!("templates/issue.html:2:1 {expected}")]
    );
    assert_eq!(
        of_page("html-lang-missing", "<p>{{ lead }}</p>"),
        [format!("templates/issue.html:1:1 {expected}")]
    );
}

#[test]
fn quiet_where_it_says_so() {
    assert_eq!(
        of_page(
            "html-lang-missing",
            "<html lang=\"{{ language }}\">{{ lead }}</html>"
        ),
        NOTHING
    );
}
