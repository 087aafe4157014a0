//! The rule `preheader-missing`.

use crate::check::{NOTHING, found_there, with_own_templates, with_page};
use crate::support::{TestPublication, good_draft};

/// What is found of a draft.
fn of_draft(text: &str) -> Vec<String> {
    found_there("preheader-missing", &TestPublication::new().draft(text))
}

/// The good draft with a slot in every sentence.
fn slots_alone() -> String {
    let lead = good_draft().replace("This week we ask", "This week, {{ subscriber.name }}, we ask");
    lead.replace("- The", "- {{ subscriber.name }}, the")
}

#[test]
fn fires_where_the_newsletters_name_comes_first() {
    assert_eq!(
        of_draft(&slots_alone()),
        [
            "drafts/a.md:8:3 warning preheader-missing: beside the subject mail programs show `Our Weekly No. 197 · 5 February 2019 Cas` -- \
          write `preheader: …` into the front matter: what a reader finds in this issue, in 40 to 130 characters"
        ]
    );
}

#[test]
fn fires_at_a_template_that_begins_with_words_that_say_nothing() {
    let template = "<!doctype html><html><head><title>a</title></head><body><a href=\"https://example.org\">View in browser</a>{{ lead }}</body></html>";
    let publication = TestPublication::new()
        .draft(&good_draft())
        .file("templates/issue.html", template);
    let findings = found_there("preheader-missing", &publication);
    assert!(
        findings[0].contains("mail programs show `View in browser Dear "),
        "{findings:?}"
    );
}

#[test]
fn fires_at_the_template_that_has_no_place_for_one() {
    let template =
        "<!doctype html><html><head><title>a</title></head><body><p>Our Weekly</p>{{ lead }}</body></html>";
    let publication = TestPublication::new()
        .draft(&good_draft())
        .file("templates/issue.html", template);
    let findings = found_there("preheader-missing", &publication);
    assert!(
        findings[0].starts_with("templates/issue.html:1:1 warning preheader-missing: beside the subject mail programs show `Our Weekly Dear "),
        "{findings:?}"
    );
    let extended = with_own_templates(TestPublication::new().draft(&slots_alone()));
    let findings = found_there("preheader-missing", &extended);
    assert!(findings[0].starts_with("drafts/a.md:8:3 warning"), "{findings:?}");
}

#[test]
fn fires_at_a_template_that_leaves_the_preheader_out() {
    let draft = good_draft().replace(
        "lists: [weekly]\n",
        "lists: [weekly]\npreheader: Four ports were widened, and who of all the people pays\n",
    );
    let publication = with_page("").draft(&draft);
    assert_eq!(
        found_there("preheader-missing", &publication),
        [
            "templates/issue.html:1:1 warning preheader-missing: the template does not show the preheader -- \
          put `{{ preheader }}` at the top of the page, in an element that is not displayed"
        ]
    );
}

#[test]
fn quiet_where_there_is_one() {
    assert_eq!(of_draft(&good_draft()), NOTHING, "the lead's first sentence");
    let by_name = good_draft().replace("four ports", "ships. Our Weekly counts them: four ports");
    assert_eq!(
        of_draft(&by_name),
        NOTHING,
        "a sentence that begins with the name"
    );
    let written = slots_alone().replace(
        "lists: [weekly]\n",
        "lists: [weekly]\npreheader: 'Four ports & \"who pays\": a long list of ships'\n",
    );
    assert_eq!(of_draft(&written), NOTHING);
    assert_eq!(
        found_there("preheader-missing", &with_page("")),
        NOTHING,
        "the lead comes first"
    );
}
