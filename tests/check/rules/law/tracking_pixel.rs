//! The rule `tracking-pixel`.

use crate::check::{NOTHING, found_there, with_page};

/// What is found of a picture.
fn of_picture(attributes: &str) -> Vec<String> {
    found_there(
        "tracking-pixel",
        &with_page(&format!("<img {attributes} alt=\"\">")),
    )
}

#[test]
fn fires_at_a_picture_that_tells_readers_apart() {
    assert_eq!(
        of_picture("src=\"https://news.example.org/open?u={{ subscriber.email }}\" width=\"1\" height=\"1\""),
        [
            "templates/issue.html:5:19 warning tracking-pixel: a picture of one pixel is loaded from `news.example.org` -- \
          take it out, or ask readers for their consent before they get it"
        ]
    );
}

#[test]
fn fires_as_a_note_at_one_that_is_the_same_for_all() {
    let findings = of_picture("src=\"https://news.example.org/dot.gif\" width=1 height=\"1px\"");
    assert!(
        findings.len() == 1 && findings[0].contains(" info tracking-pixel: "),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_pictures_to_look_at() {
    for attributes in [
        "src=\"https://news.example.org/a.png?v=2\" width=\"600\" height=\"1\"",
        "src=\"https://news.example.org/a.png\"",
        "src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\" width=\"1\" height=\"1\"",
    ] {
        assert_eq!(of_picture(attributes), NOTHING, "{attributes}");
    }
}
