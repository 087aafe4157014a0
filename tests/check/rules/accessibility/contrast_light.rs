//! The rule `contrast-light`.

use crate::check::{NOTHING, found_in, found_there, with_every_block};
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication, good_draft};

/// What is found of the contrast where the template sets this on each paragraph.
fn with_style(style: &str) -> Vec<String> {
    let template = format!(
        "<!doctype html>\n<html lang=\"en\"><head><title>a</title><style>\n  p {{ {style} }}\n</style></head>\n\
         <body>{{{{ lead }}}}{{% for section in sections %}}{{{{ section.body }}}}{{% endfor %}}</body></html>\n"
    );
    let publication = TestPublication::with_config(&format!("{HOUSE_STYLE}{FOOTER}"));
    of_rule(
        &publication
            .file("templates/issue.html", template)
            .draft(&good_draft()),
    )
}

fn of_rule(publication: &TestPublication) -> Vec<String> {
    let findings = found_in(publication).into_iter();
    findings
        .filter(|found| found.contains(" contrast-light: "))
        .collect()
}

#[test]
fn fires_at_the_colour_in_the_template() {
    assert_eq!(
        with_style("color: #999"),
        [
            "templates/issue.html:3:14 warning contrast-light: text is hard to read: #999999 on #ffffff has a contrast of 2.84, and 4.5 is \
             needed -- make the words darker, `#767676` for instance"
        ]
    );
}

#[test]
fn fires_just_under_what_is_needed() {
    let found = with_style("color: #777777");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].contains("has a contrast of 4.47, and 4.5 is needed"),
        "{found:?}"
    );
}

#[test]
fn fires_at_the_words_where_the_colour_is_written_otherwise() {
    let found = with_style("color: rgb(153, 153, 153)");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with(
            "drafts/a.md:10:49 warning contrast-light: `four ports on the Caspian were` is hard to read: #999999 on #ffffff"
        ),
        "{found:?}"
    );
}

#[test]
fn fires_with_the_words_of_the_template() {
    let template = "<!doctype html>\n<html lang=\"en\"><head><title>a</title></head>\n\
         <body>{{ lead }}{% for section in sections %}{{ section.body }}{% endfor %}\n\
         <p style=\"color: #AAA\">Written in haste.</p></body></html>\n";
    let publication = TestPublication::with_config(&format!("{HOUSE_STYLE}{FOOTER}"));
    let publication = publication
        .file("templates/issue.html", template)
        .draft(&good_draft());
    assert_eq!(
        of_rule(&publication),
        [
            "templates/issue.html:4:18 warning contrast-light: `Written in haste.` is hard to read: #aaaaaa on #ffffff has a contrast of 2.32, \
             and 4.5 is needed -- make the words darker, `#757575` for instance"
        ]
    );
}

#[test]
fn quiet_where_the_words_stand_out() {
    assert_eq!(with_style("color: #767676"), NOTHING);
    assert_eq!(with_style("color: #777; font-size: 24px"), NOTHING);
    assert_eq!(with_style("color: #fff; background: #0b5563"), NOTHING);
}

#[test]
fn quiet_for_all_that_markdown_makes_of_the_built_in_template() {
    assert_eq!(found_there("contrast-light", &with_every_block()), NOTHING);
}
