//! The rule `template-unused`.

use crate::check::NOTHING;
use crate::check::of_rule::of_rule;
use crate::support::TestPublication;

/// What is found where templates/ has these files.
fn of_templates(files: &[(&str, &str)]) -> Vec<String> {
    let with = |publication: TestPublication, (name, text): &(&str, &str)| {
        publication.file(&format!("templates/{name}"), text)
    };
    let publication = files.iter().fold(TestPublication::new(), with);
    of_rule("template-unused", &publication)
}

#[test]
fn fires_at_a_name_with_a_slip_in_it() {
    assert_eq!(
        of_templates(&[("isue.html", "<p>a</p>\n")]),
        [
            "templates/isue.html:1:1 warning template-unused: nothing uses the template `isue.html` -- did you mean to call it `issue.html`?"
        ]
    );
}

#[test]
fn fires_at_a_part_that_nothing_includes() {
    assert_eq!(
        of_templates(&[
            ("parts/old.html", "{% include 'parts/old.html' %}"),
            ("issue.txt", "{{ title }} parts/old.html")
        ]),
        [
            "templates/parts/old.html:1:1 info template-unused: nothing uses the template `parts/old.html` -- \
          name it in another one, as `{% include \"parts/old.html\" %}`, or take it away"
        ]
    );
}

#[test]
fn quiet_for_what_is_used_and_for_what_is_no_template() {
    assert_eq!(
        of_templates(&[
            (
                "issue.html",
                "{% extends \"built-in/issue.html\" %}{% block footer %}{% include 'parts/foot.html' %}{% endblock %}"
            ),
            ("parts/foot.html", "<p>4 Example Street</p>"),
            ("draft.md", "# {{ title }}"),
            ("README.md", "How to."),
        ]),
        NOTHING
    );
}
