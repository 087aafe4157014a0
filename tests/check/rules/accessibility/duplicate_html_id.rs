//! The rule `duplicate-html-id`.

use crate::check::NOTHING;
use crate::check::of_rule::{of_page, of_rule};
use crate::support::{TestPublication, good_draft};

#[test]
fn fires_at_the_second_section_that_is_called_so() {
    let config = "id: weekly.example.org\ntitle: Our Weekly\nfrom: { name: Our Weekly, email: weekly@example.org }\nlists:\n  weekly: { title: W }\n";
    let draft = good_draft()
        .replace("author: aserik\n", "")
        .replace("## Politics and Security", "## What's new")
        .replace("## Society and Culture", "## What's new?");
    let publication = TestPublication::with_config(config).draft(&draft);
    assert_eq!(
        of_rule("duplicate-html-id", &publication),
        [
            "drafts/a.md:17:4 warning duplicate-html-id: `what-s-new` is the `id` of two elements -- \
          give one of them another; a section's is made from its heading where digest.yaml does not name it"
        ]
    );
}

#[test]
fn fires_at_an_element_of_the_template() {
    let findings = of_page(
        "duplicate-html-id",
        "<p>a</p>\n<p id=\"a\">{{ lead }}</p><p id=\"a\"></p>",
    );
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].starts_with("templates/issue.html:2:1 "),
        "{findings:?}"
    );
}

#[test]
fn quiet_where_each_has_its_own() {
    assert_eq!(
        of_page("duplicate-html-id", "<p id=\"a\">{{ lead }}</p><p id=\"b\"></p>"),
        NOTHING
    );
}
