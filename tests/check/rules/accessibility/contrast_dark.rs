//! The rule `contrast-dark`.

use crate::check::{NOTHING, found_in, found_there, with_every_block};
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication, good_draft};

/// What is found of the contrast in the dark where the template has these rules.
fn with_rules(rules: &str) -> Vec<String> {
    let template = format!(
        "<!doctype html>\n<html lang=\"en\"><head><title>a</title><style>\n  {rules}\n</style></head>\n\
         <body><div class=\"page\">{{{{ lead }}}}{{% for section in sections %}}{{{{ section.body }}}}{{% endfor %}}</div></body></html>\n"
    );
    let publication = TestPublication::with_config(&format!("{HOUSE_STYLE}{FOOTER}"));
    let findings = found_in(
        &publication
            .file("templates/issue.html", template)
            .draft(&good_draft()),
    );
    let findings = findings.into_iter();
    findings
        .filter(|found| found.contains(" contrast-dark: "))
        .collect()
}

#[test]
fn fires_where_the_page_grows_dark_and_its_words_do_not_grow_light() {
    assert_eq!(
        with_rules(
            "p { color: #24272b } @media (prefers-color-scheme: dark) { .page { background: #111315 !important } }"
        ),
        [
            "templates/issue.html:3:14 warning contrast-dark: in dark mode text is hard to read: #24272b on #111315 has a contrast of 1.24, and \
             4.5 is needed -- make the words lighter, `#7c7e80` for instance, in the rules for `prefers-color-scheme: dark`"
        ]
    );
}

#[test]
fn fires_as_information_where_a_client_darkens_by_force() {
    // In the light this is 3.1 to 1, enough for letters so large.
    assert_eq!(
        with_rules("p { color: #303030; background: #7b7b7b; font-size: 24px }"),
        [
            "templates/issue.html:3:14 info contrast-dark: where Gmail or Outlook darken the page, text is hard to read: #c6c6c6 on #737373 has \
             a contrast of 2.77, and 3 is needed -- choose colours of which one is much lighter than the other"
        ]
    );
}

#[test]
fn quiet_where_every_colour_is_thought_of() {
    assert_eq!(
        with_rules(
            "p { color: #24272b } @media (prefers-color-scheme: dark) { .page { background: #111315 !important } p { color: #dfe2e4 !important } }"
        ),
        NOTHING
    );
}

#[test]
fn quiet_where_there_are_no_rules_for_the_dark() {
    assert_eq!(with_rules("p { color: #24272b }"), NOTHING);
}

#[test]
fn quiet_of_what_is_as_faint_in_the_light() {
    assert_eq!(
        with_rules("p { color: #999 } @media (prefers-color-scheme: dark) { h1 { color: #fff !important } }"),
        NOTHING
    );
}

#[test]
fn quiet_for_all_that_markdown_makes_of_the_built_in_template() {
    assert_eq!(found_there("contrast-dark", &with_every_block()), NOTHING);
}
