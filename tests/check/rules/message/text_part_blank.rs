//! The rule `text-part-blank`.

use crate::check::{NOTHING, found_there, with_own_templates};
use crate::support::{TestPublication, good_draft};

/// What is found of a template of one's own for the text part.
fn of_text(template: &str) -> Vec<String> {
    let publication = TestPublication::new()
        .draft(&good_draft())
        .file("templates/issue.txt", template);
    found_there("text-part-blank", &publication)
}

#[test]
fn fires_at_many_empty_lines_in_a_row() {
    assert_eq!(
        of_text("{{ title }}\n\n\n\n\n\n\nEnd of the issue\n"),
        [
            "templates/issue.txt:1:1 warning text-part-blank: the text part has 6 empty lines in a row -- \
          write `{%-` or `-%}` where the white space beside a tag should go"
        ]
    );
}

#[test]
fn fires_where_most_lines_are_empty() {
    let findings = of_text("{{ title }}\n\n\n\nb\n\n\n\nc\n\n\n\nd\n");
    assert!(
        findings[0].contains("9 of the text part's 13 lines are empty"),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_paragraphs_and_for_the_built_in_template() {
    assert_eq!(of_text("{{ lead }}\n\n\nEnd\n\nof\n\n\nthe issue\n"), NOTHING);
    assert_eq!(
        found_there(
            "text-part-blank",
            &with_own_templates(TestPublication::new().draft(&good_draft()))
        ),
        NOTHING
    );
}
