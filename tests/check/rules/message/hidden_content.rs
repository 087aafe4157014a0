//! The rule `hidden-content`.

use crate::check::{NOTHING, found_there, with_own_templates, with_page};
use crate::support::{TestPublication, good_draft};

/// What is found where a page has two more elements with these attributes, and words between them.
fn of_two(attributes: &str) -> Vec<String> {
    let block = |word: &str| format!("<div {attributes}>{word} politics economy</div>\n");
    let body = format!("{}<p>Seen.</p>\n{}", block("first"), block("second"));
    found_there("hidden-content", &with_page(&body))
}

#[test]
fn fires_at_the_second_text_that_is_not_shown() {
    assert_eq!(
        of_two("style=\"display: none\""),
        [
            "templates/issue.html:7:28 warning hidden-content: 2 texts of the HTML part are not shown; \
          `second politics economy` is one -- show it or take it out; only the preheader at the top may be hidden"
        ]
    );
}

#[test]
fn fires_at_every_way_to_hide() {
    for attributes in [
        "hidden",
        "style=\"visibility:hidden\"",
        "style=\"font-size: 0px\"",
        "style=\"opacity:0\"",
        "style=\"max-height:0; overflow:hidden\"",
        "style=\"DISPLAY: NONE !important\"",
    ] {
        assert_eq!(of_two(attributes).len(), 1, "{attributes}");
    }
}

#[test]
fn quiet_for_the_preheader_and_for_what_is_seen() {
    assert_eq!(
        found_there(
            "hidden-content",
            &with_own_templates(TestPublication::new().draft(&good_draft()))
        ),
        NOTHING
    );
    for attributes in [
        "style=\"display: block\"",
        "style=\"font-size: 10px\"",
        "style=\"opacity: 0.8\"",
    ] {
        assert_eq!(of_two(attributes), NOTHING, "{attributes}");
    }
    let reset = "<div style=\"font-size: 0\"><p style=\"font-size: 16px\">Seen.</p></div>".repeat(2);
    assert_eq!(found_there("hidden-content", &with_page(&reset)), NOTHING);
    let empty = "<div style=\"display: none\">&nbsp;&zwnj;</div><p>Seen.</p>".repeat(3);
    assert_eq!(found_there("hidden-content", &with_page(&empty)), NOTHING);
}
