//! The rule `color-scheme-missing`.

use crate::check::NOTHING;
use crate::check::of_rule::of_page;

#[test]
fn fires_at_the_head_of_the_page() {
    assert_eq!(
        of_page(
            "color-scheme-missing",
            "<html>\n<head></head><body>{{ lead }}</body></html>"
        ),
        [
            "templates/issue.html:2:1 info color-scheme-missing: the page does not say whether it was made for dark screens -- \
          write `<meta name=\"color-scheme\" content=\"light dark\">` in the template's head"
        ]
    );
}

#[test]
fn quiet_where_it_says_so() {
    let page = "<html><head><meta name=\"color-scheme\" content=\"light only\"></head><body>{{ lead }}</body></html>";
    assert_eq!(of_page("color-scheme-missing", page), NOTHING);
}
