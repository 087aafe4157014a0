//! The rule `client-support`.

use crate::check::{NOTHING, found_in};
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication, good_draft};

/// What is found of client support in a draft whose lead holds this too.
fn with_lead(more: &str) -> Vec<String> {
    let draft = good_draft().replacen("This week we", &format!("\n\n{more}\n\nThis week we"), 1);
    let publication = TestPublication::with_config(&format!("{HOUSE_STYLE}{FOOTER}"));
    of_rule(&publication.draft(&draft))
}

fn of_rule(publication: &TestPublication) -> Vec<String> {
    let findings = found_in(publication).into_iter();
    findings
        .filter(|found| found.contains(" client-support: "))
        .collect()
}

/// A publication whose template has this in its head, on the third line, and this at its end, on the sixth.
fn with_template(settings: &str, head: &str, end: &str) -> TestPublication {
    let template = format!(
        "<!doctype html>\n<html lang=\"en\"><head><title>a</title>\n{head}\n</head>\n\
         <body>{{{{ lead }}}}{{% for section in sections %}}{{{{ section.body }}}}{{% endfor %}}\n{end}\n</body></html>\n"
    );
    let publication = TestPublication::with_config(&format!("{HOUSE_STYLE}{FOOTER}{settings}"));
    publication
        .file("templates/issue.html", template)
        .draft(&good_draft())
}

/// A publication whose template sets this on each paragraph.
fn with_style(style: &str) -> TestPublication {
    with_template("", &format!("<style>p {{ {style} }}</style>"), "")
}

const FILM: &str = r#"<video src="https://example.org/port.mp4"></video>"#;

#[test]
fn fires_where_content_is_lost() {
    assert_eq!(
        of_rule(&with_template("", "", FILM)),
        [
            "templates/issue.html:6:1 error client-support: `<video>` is not shown by Gmail (4 of 4), Outlook (4 of 5: Android, iOS, Outlook.com, Windows) \
             and Yahoo! Mail (3 of 3) -- show a still image that links to the film"
        ]
    );
}

#[test]
fn fires_at_images_in_formats_that_some_do_not_know() {
    assert_eq!(
        with_lead("![The port](https://example.org/port.webp)"),
        [
            "drafts/a.md:12:13 warning client-support: `port.webp` is not shown by Outlook (1 of 5: Windows) \
             -- save the image as PNG or JPEG"
        ]
    );
}

#[test]
fn fires_in_the_template_once_for_all_issues() {
    let publication = with_style("float: left");
    let second = good_draft()
        .replace("2019-02-05-crossroads", "second")
        .replace("issue: 197", "issue: 198");
    let publication = publication.file("drafts/b.md", second);
    assert_eq!(
        of_rule(&publication),
        [
            "templates/issue.html:3:12 warning client-support: `float: left` does nothing in Outlook (1 of 5: Windows) \
             -- give the image or table `align=\"left\"` or `align=\"right\"` as well"
        ]
    );
}

#[test]
fn fires_as_information_where_it_only_looks_plainer() {
    let found = of_rule(&with_style("border-radius: 4px"));
    assert_eq!(
        found,
        [
            "templates/issue.html:3:12 info client-support: `border-radius: 4px` does nothing in Outlook (1 of 5: Windows)"
        ]
    );
}

#[test]
fn fires_for_the_readers_that_are_named() {
    let found = of_rule(&with_template(
        "check: { audience: [thunderbird, yahoo] }\n",
        "",
        FILM,
    ));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].contains("`<video>` is not shown by Yahoo! Mail (3 of 3) -- "),
        "{found:?}"
    );
}

#[test]
fn fires_as_information_with_what_is_known_where_it_works_in_part() {
    let found = of_rule(&with_template("check: { audience: [apple-mail] }\n", "", FILM));
    assert_eq!(found.len(), 1, "{found:?}");
    let said = "info client-support: `<video>` works only in part in Apple Mail (1 of 2: iOS) -- Can I email notes: ";
    assert!(found[0].contains(said), "{found:?}");
}

#[test]
fn fires_where_the_renderer_leaves_no_plainer_value() {
    // Of two values of a property, only the last is moved into an element.
    let found = of_rule(&with_style("width: 300px; width: calc(100% - 20px)"));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].contains("`width: calc(100% - 20px)` does nothing in Outlook (5 of 5)"),
        "{found:?}"
    );
}

#[test]
fn quiet_for_readers_who_see_it() {
    let image = r#"<img src="data:image/png;base64,AAAA" alt="The port">"#;
    assert_eq!(of_rule(&with_template("", "", image)).len(), 1);
    let seen = "check: { audience: [apple-mail, yahoo] }\n";
    assert_eq!(of_rule(&with_template(seen, "", image)), NOTHING);
}

#[test]
fn quiet_where_something_else_is_shown_instead() {
    let film = r#"<video src="https://example.org/a.mp4"><img src="https://example.org/a.png" alt="The port"></video>"#;
    assert_eq!(of_rule(&with_template("", "", film)), NOTHING);
    let extra = "<style>p { width: 300px } @media screen { p { width: calc(100% - 20px) } }</style>";
    assert_eq!(of_rule(&with_template("", extra, "")), NOTHING);
}

#[test]
fn quiet_for_all_that_markdown_makes() {
    assert_eq!(with_lead(crate::check::BLOCKS), NOTHING);
}
