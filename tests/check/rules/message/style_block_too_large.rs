//! The rule `style-block-too-large`.

use crate::check::{NOTHING, found_there, with_own_templates, with_page};
use crate::support::{TestPublication, good_draft};

/// What is found of a page with so many rules for phones.
fn with_rules(rules: usize) -> Vec<String> {
    let rule = "p { color: #123456 !important; } ";
    let sheet = format!(
        "<style>@media (max-width: 480px) {{ {} }}</style>",
        rule.repeat(rules)
    );
    found_there("style-block-too-large", &with_page(&sheet))
}

#[test]
fn fires_above_what_gmail_keeps() {
    let findings = with_rules(300);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].starts_with("templates/issue.html:5:1 warning style-block-too-large: a style sheet of ")
            && findings[0]
                .contains(" bytes stays in the page; Gmail leaves out what has more than 8,192 -- "),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_a_small_sheet_and_for_the_built_in_one() {
    assert_eq!(with_rules(20), NOTHING);
    assert_eq!(
        found_there(
            "style-block-too-large",
            &with_own_templates(TestPublication::new().draft(&good_draft()))
        ),
        NOTHING
    );
}
