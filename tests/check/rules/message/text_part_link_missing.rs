//! The rule `text-part-link-missing`.

use crate::check::{NOTHING, found_there, with_own_templates};
use crate::support::{TestPublication, good_draft};

/// The good draft with links.
fn with_links(links: &str) -> TestPublication {
    TestPublication::new().draft(&good_draft().replace("This week we", &format!("See {links}. This week we")))
}

#[test]
fn fires_where_a_template_leaves_the_addresses_out() {
    let publication = with_links("[it](https://example.org/a) and [that](https://example.org/b)")
        .file("templates/issue.txt", "{{ lead }}\n");
    assert_eq!(
        found_there("text-part-link-missing", &publication),
        [
            "templates/issue.txt:1:1 warning text-part-link-missing: the text part lacks 2 links of the HTML part; \
          the first is `https://example.org/a` -- put `{{ footnotes }}` into the template `issue.txt`, and what its footer links to"
        ]
    );
}

#[test]
fn fires_at_a_link_that_only_the_html_template_has() {
    let template = "{% extends \"built-in/issue.html\" %}{% block masthead %}<a href=\"https://example.org/support\">Support us</a>{% endblock %}";
    let publication = with_links("it").file("templates/issue.html", template);
    let findings = found_there("text-part-link-missing", &publication);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].contains("the text part lacks a link of the HTML part: `https://example.org/support`"),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_the_built_in_templates_however_a_link_is_written() {
    for link in [
        "[it](https://example.org/a?b=1&c=2#d)",
        "[it](https://example.org/пример)",
        "[it](https://example.org/a%20b)",
        "https://example.org/",
        "[it](https://example.org/a%C2%A0b)",
        "[example.org/a-rather-long-name-with-hyphens/that-a-line-of-the-text-part-may-end-in](https://example.org/a-rather-long-name-with-hyphens/that-a-line-of-the-text-part-may-end-in)",
        "[example.org](https://example.org/)",
        "[us](mailto:editors@example.org?subject=a)",
        "[it](https://example.org/{{ subscriber.name | urlencode }})",
    ] {
        assert_eq!(
            found_there("text-part-link-missing", &with_own_templates(with_links(link))),
            NOTHING,
            "{link}"
        );
    }
}
