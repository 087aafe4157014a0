//! The rule `html-image-only`.

use crate::check::{NOTHING, found_there};
use crate::support::{TestPublication, good_draft};

const PICTURE: &str =
    "<img src=\"https://news.example.org/programme.png\" width=\"600\" alt=\"The programme\">";

/// What is found of a page that is no more than this.
fn of_page(body: &str) -> Vec<String> {
    let template = format!("<!doctype html><html><head><title>a</title></head><body>{body}</body></html>");
    let publication = TestPublication::new()
        .draft(&good_draft())
        .file("templates/issue.html", template);
    found_there("html-image-only", &publication)
}

#[test]
fn fires_at_the_picture() {
    let findings = of_page(&format!("<p>Our programme</p>\n{PICTURE}"));
    assert_eq!(
        findings,
        [
            "templates/issue.html:2:11 warning html-image-only: beside its pictures the mail has 13 bytes of text; \
          filters ask for 400 -- write as text what the pictures say"
        ]
    );
}

#[test]
fn fires_where_the_text_is_not_seen() {
    let hidden = format!("<div style=\"display: none\">{}</div>", "word ".repeat(100));
    assert_eq!(of_page(&format!("{hidden}{PICTURE}")).len(), 1);
}

#[test]
fn quiet_beside_text_and_without_a_picture() {
    assert_eq!(
        of_page(&format!("<p>{}</p>{PICTURE}", "word ".repeat(100))),
        NOTHING
    );
    assert_eq!(of_page("<p>Our programme</p>"), NOTHING);
    let draft = good_draft().replace(
        "This week we",
        "![A port](https://news.example.org/port.png) This week we",
    );
    assert_eq!(
        found_there("html-image-only", &TestPublication::new().draft(&draft)),
        NOTHING
    );
}
