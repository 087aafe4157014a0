//! The rule `link-document`.

use crate::check::NOTHING;
use crate::check::in_lead::found_by;

fn found(text: &str) -> Vec<String> {
    found_by("link-document", text)
}

#[test]
fn fires_at_the_ending_of_a_file() {
    assert_eq!(
        found("[The figures](https://example.org/figures.zip?v=2) are out."),
        [
            "10:42 info link-document: the link leads to a `.zip` file, and its text does not say so -- add `(ZIP)` to the text, or link to a page"
        ]
    );
    assert_eq!(found("[The figures](https://example.org/Figures.XLSX)").len(), 1);
}

#[test]
fn quiet_where_the_text_says_it_and_for_pages() {
    for text in [
        "[The figures (ZIP, 3 MB)](https://example.org/figures.zip)",
        "[The figures as a Word document](https://example.org/figures.docx)",
        "https://example.org/figures.zip",
        "[The report](https://example.org/report.pdf)",
        "[The page](https://example.org/a.zip/)",
        "[The page](https://example.zip)",
        "[The page](https://example.org/zip)",
    ] {
        assert_eq!(found(text), NOTHING, "{text}");
    }
}
