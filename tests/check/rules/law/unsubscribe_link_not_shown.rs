//! The rule `unsubscribe-link-not-shown`.

use crate::check::{NOTHING, found_there, with_own_templates};
use crate::support::{HOUSE_STYLE, TestPublication, good_draft};

/// What is found of footers of one's own.
fn with_footers(html: &str, text: &str) -> Vec<String> {
    let template = |name: &str, footer: &str| {
        format!("{{% extends \"built-in/{name}\" %}}{{% block footer %}}{footer}{{% endblock %}}")
    };
    let publication = TestPublication::new()
        .draft(&good_draft())
        .file("templates/issue.html", template("issue.html", html))
        .file("templates/issue.txt", template("issue.txt", text));
    found_there("unsubscribe-link-not-shown", &publication)
}

#[test]
fn fires_at_each_template_that_lacks_it() {
    assert_eq!(
        with_footers("<p>Our Weekly</p>", "Our Weekly"),
        [
            "templates/issue.html:1:1 error unsubscribe-link-not-shown: the HTML part does not show how to unsubscribe -- \
          put `{{ links.unsubscribe }}` into the template's footer",
            "templates/issue.txt:1:1 error unsubscribe-link-not-shown: the text part does not show how to unsubscribe -- \
          put `{{ links.unsubscribe }}` into the template's footer"
        ]
    );
}

#[test]
fn fires_at_a_link_that_nobody_sees() {
    let hidden = "<div style=\"display: none\"><a href=\"{{ links.unsubscribe }}\">Bye</a></div>";
    assert_eq!(with_footers(hidden, "{{ links.unsubscribe }}").len(), 1);
}

#[test]
fn quiet_for_the_link_and_for_words() {
    for (html, text) in [
        (
            "<a href=\"{{ links.unsubscribe }}\">Bye</a>",
            "Bye: {{ links.unsubscribe }}",
        ),
        (
            "<a href=\"https://news.example.org/unsubscribe\">Leave</a>",
            "Unsubscribe: https://news.example.org",
        ),
        (
            "<p>Zum Abmelden antworten Sie auf diese Mail.</p>",
            "Zum Abmelden antworten Sie auf diese Mail.",
        ),
        ("<p>退订请回复此邮件</p>", "退订请回复此邮件"),
    ] {
        assert_eq!(with_footers(html, text), NOTHING, "{html}");
    }
}

#[test]
fn quiet_for_the_built_in_templates_and_where_another_rule_speaks() {
    let rule = "unsubscribe-link-not-shown";
    assert_eq!(
        found_there(
            rule,
            &with_own_templates(TestPublication::new().draft(&good_draft()))
        ),
        NOTHING
    );
    let without = TestPublication::with_config(HOUSE_STYLE).draft(&good_draft());
    assert_eq!(found_there(rule, &without), NOTHING);
}
