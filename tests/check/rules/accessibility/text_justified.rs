//! The rule `text-justified`.

use crate::check::of_rule::of_page;
use crate::check::{NOTHING, found_there, with_every_block};

#[test]
fn fires_at_justified_paragraphs() {
    assert_eq!(
        of_page(
            "text-justified",
            "<style>\np { text-align: justify }\n</style>{{ lead }}{{ lead }}"
        ),
        [
            "templates/issue.html:2:5 warning text-justified: paragraphs are justified, which tears gaps between words on a telephone -- \
          align it at the side where lines begin"
        ]
    );
}

#[test]
fn fires_at_a_long_paragraph_that_is_centred() {
    let findings = of_page(
        "text-justified",
        "<p>No.</p>\n<div align=\"center\">{{ lead }}</div>",
    );
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].starts_with("templates/issue.html:2:1 warning text-justified: a paragraph of ")
            && findings[0].contains(" words is centred; more than 30 are hard to follow"),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_short_lines_and_centred_tables() {
    let page = "<table align=\"center\"><tr><td>{{ lead }}</td></tr></table><center>Our Weekly<br>4 Example Street</center>\
                <p style=\"text-align:justify\">Short</p>";
    assert_eq!(of_page("text-justified", page), NOTHING);
}

#[test]
fn quiet_for_all_that_markdown_makes_of_the_built_in_template() {
    assert_eq!(found_there("text-justified", &with_every_block()), NOTHING);
}
