//! The rule `html-direction-missing`.

use crate::check::NOTHING;
use crate::check::of_rule::of_rule;
use crate::support::{TestPublication, good_draft};

/// What is found where the draft is in a language and the page begins so.
fn in_language(language: &str, start: &str) -> Vec<String> {
    let draft = good_draft().replace(
        "lists: [weekly]\n",
        &format!("lists: [weekly]\nlanguage: {language}\n"),
    );
    let publication = TestPublication::new()
        .draft(&draft)
        .file("templates/issue.html", format!("{start}{{{{ lead }}}}"));
    of_rule("html-direction-missing", &publication)
}

#[test]
fn fires_at_a_page_that_is_written_from_right_to_left() {
    assert_eq!(
        in_language("ar", "<html lang=\"{{ language }}\">"),
        [
            "templates/issue.html:1:1 warning html-direction-missing: the page does not say that `ar` is written from right to left -- \
          write `<html lang=\"{{ language }}\" dir=\"{{ direction }}\">` in the template"
        ]
    );
}

#[test]
fn quiet_where_it_says_so_and_for_other_languages() {
    assert_eq!(in_language("ar", "<html dir=\"{{ direction }}\">"), NOTHING);
    assert_eq!(in_language("fa", "<html><body dir=\"rtl\">"), NOTHING);
    assert_eq!(in_language("kk", "<html>"), NOTHING);
}
