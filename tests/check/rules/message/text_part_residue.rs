//! The rule `text-part-residue`.

use crate::check::{NOTHING, found_there};
use crate::support::{TestPublication, good_draft};

/// What is found where a template of one's own for the text part says something more.
fn of_text(more: &str) -> Vec<String> {
    let template = format!("{{{{ lead }}}}\n{more}\n");
    let publication = TestPublication::new()
        .draft(&good_draft())
        .file("templates/issue.txt", template);
    found_there("text-part-residue", &publication)
}

#[test]
fn fires_at_a_tag() {
    assert_eq!(
        of_text("See <b>more</b>."),
        [
            "templates/issue.txt:2:5 warning text-part-residue: the text part holds `<b>`, as it stands -- \
          write what readers of plain text should see"
        ]
    );
    for tag in [
        "<br>",
        "<br/>",
        "<br />",
        "</p>",
        "<a href=\"https://example.org\">",
    ] {
        let findings = of_text(tag);
        assert!(
            findings.len() == 1 && findings[0].contains(&format!("`{tag}`")),
            "{findings:?}"
        );
    }
}

#[test]
fn fires_at_entities_and_pictures() {
    for said in [
        "&nbsp;",
        "&amp;",
        "&#39;",
        "![The port](https://example.org/port.png)",
    ] {
        let findings = of_text(said);
        assert!(
            findings.len() == 1 && findings[0].contains(&format!("`{said}`")),
            "{findings:?}"
        );
    }
}

#[test]
fn quiet_for_what_only_looks_alike() {
    for said in [
        "<https://example.org/a>",
        "a < b and b > c",
        "<weekly@example.org>",
        "AT&T; Marks & Co;",
        "Ports! [1]",
        "<b",
        "https://example.org/?a=1&amp",
    ] {
        assert_eq!(of_text(said), NOTHING, "{said}");
    }
}

#[test]
fn quiet_in_an_issue_about_html() {
    let draft = good_draft().replace("This week we", "Write `<br>` and `&nbsp;` as ever. This week we");
    assert_eq!(
        found_there("text-part-residue", &TestPublication::new().draft(&draft)),
        NOTHING
    );
}
