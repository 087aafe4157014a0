//! The rule `html-image-without-alt`.

use crate::check::NOTHING;
use crate::check::of_rule::of_page;

#[test]
fn fires_at_the_first_of_them() {
    assert_eq!(
        of_page(
            "html-image-without-alt",
            "<img alt=\"\" src=\"https://example.org/a.png\">\n<!-- <img> --><img src=\"https://example.org/b.png\">{{ lead }}<img src=\"https://example.org/c.png\">"
        ),
        [
            "templates/issue.html:2:15 warning html-image-without-alt: 2 pictures of the template have no `alt` -- \
          write `alt=\"…\"` with what it shows, or `alt=\"\"` where it only adorns"
        ]
    );
}

#[test]
fn quiet_for_pictures_that_have_one() {
    assert_eq!(
        of_page(
            "html-image-without-alt",
            "<img alt=\"\" src=\"https://example.org/a.png\">{{ lead }}"
        ),
        NOTHING
    );
}
