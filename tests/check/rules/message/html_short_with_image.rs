//! The rule `html-short-with-image`.

use crate::check::{NOTHING, found_there};
use crate::support::{TestPublication, good_draft};

const PICTURE: &str = "<a href=\"https://news.example.org/a\"><img src=\"https://news.example.org/a.png\" width=\"600\" alt=\"The port\"></a>";

/// What is found of a page with this behind its words.
fn of_page(words: usize, more: &str) -> Vec<String> {
    let text = "word ".repeat(words);
    let template =
        format!("<!doctype html><html><head><title>a</title></head><body><p>{text}</p>{more}</body></html>");
    let publication = TestPublication::new()
        .draft(&good_draft())
        .file("templates/issue.html", template);
    found_there("html-short-with-image", &publication)
}

#[test]
fn fires_at_the_picture() {
    let findings = of_page(100, PICTURE);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0]
            .contains(" warning html-short-with-image: the HTML part is a linked picture and little else: "),
        "{findings:?}"
    );
    let findings = of_page(300, PICTURE);
    assert!(
        findings[0].contains(" info html-short-with-image: "),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_a_longer_page_and_for_a_picture_without_a_link() {
    assert_eq!(of_page(500, PICTURE), NOTHING);
    let alone = "<img src=\"https://news.example.org/a.png\" width=\"600\" alt=\"The port\">";
    assert_eq!(of_page(100, alone), NOTHING);
}
