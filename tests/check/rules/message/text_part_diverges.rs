//! The rule `text-part-diverges`.

use crate::check::{NOTHING, found_there, with_own_templates};
use crate::support::{TestPublication, good_draft};

/// What is found of a template of one's own for the text part.
fn of_text(template: &str) -> Vec<String> {
    let publication = TestPublication::new()
        .draft(&good_draft())
        .file("templates/issue.txt", template);
    found_there("text-part-diverges", &publication)
}

#[test]
fn fires_at_a_text_that_leaves_the_issue_out() {
    let findings = of_text("{{ title }}\n\nRead this issue on the web: https://news.example.org\n");
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].starts_with(
            "templates/issue.txt:1:1 warning text-part-diverges: of the words of the HTML part, only "
        ) && findings[0].contains(" % stand in the text part -- let the templates say the same;"),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_the_built_in_templates_in_any_script() {
    assert_eq!(
        found_there(
            "text-part-diverges",
            &with_own_templates(TestPublication::new().draft(&good_draft()))
        ),
        NOTHING
    );
    let chinese =
        "去年，里海沿岸的四个港口得到扩建，船只仍需等候数日。本周我们要问：谁为延误买单，谁又从中获利？"
            .repeat(4);
    let draft = good_draft().replace("This week we ask", &format!("{chinese} This week we ask"));
    assert_eq!(
        found_there(
            "text-part-diverges",
            &with_own_templates(TestPublication::new().draft(&draft))
        ),
        NOTHING
    );
}

#[test]
fn quiet_for_a_short_text_of_the_same_words() {
    let lead_and_sections = "{{ lead }}{% for section in sections %}{{ section.heading }}\n{% for bullet in section.bullets %}{{ bullet }}{% endfor %}{% endfor %}";
    assert_eq!(of_text(lead_and_sections), NOTHING);
}
