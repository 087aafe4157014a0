//! The rule `cannot-be-rendered`.

use crate::check::{NOTHING, found, found_in};
use crate::support::{TestPublication, good_draft};

/// A good draft with something more in a paragraph of its lead, on line 10.
fn lead(text: &str) -> String {
    good_draft().replacen("days. This", &format!("days. {text} This"), 1)
}

#[test]
fn fires_at_what_no_other_rule_sees() {
    for (text, message) in [
        (
            "{{ subscriber.name | uper }}",
            "there is no filter `uper` -- did you mean `upper`?",
        ),
        ("{{ isue.title }}", "undefined value: `isue` is undefined"),
        ("[a](javascript:alert)", "javascript"),
        (
            "<b>bold</b>",
            "a draft is Markdown: the HTML `<b>` would not reach the reader",
        ),
    ] {
        let findings = found(&lead(text));
        assert!(!findings.is_empty(), "{text}");
        for finding in &findings {
            assert!(
                finding.contains(" error cannot-be-rendered: "),
                "{text}: {findings:?}"
            );
            assert!(
                finding.starts_with("10:") || finding.starts_with("11:"),
                "{text}: {findings:?}"
            );
        }
        assert!(findings[0].contains(message), "{text}: {findings:?}");
    }
}

#[test]
fn fires_once_at_a_template_however_many_drafts_there_are() {
    let other = good_draft()
        .replace("id: 2019-02-05", "id: 2019-02-06")
        .replace("issue: 197", "issue: 198");
    let publication = TestPublication::new()
        .draft(&good_draft())
        .file("drafts/b.md", other)
        .file("templates/issue.html", "<p>\n{{ isue.title }}");
    assert_eq!(
        found_in(&publication),
        ["templates/issue.html:2:1 error cannot-be-rendered: undefined value: `isue` is undefined"]
    );
    let publication = publication.file("templates/issue.html", b"<p>\xCF\xF0\xE8\xE2\xE5\xF2</p>");
    let findings = found_in(&publication);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0]
            .starts_with("templates:1:1 error cannot-be-rendered: `templates/issue.html` cannot be read: "),
        "{findings:?}"
    );
}

#[test]
fn quiet_where_another_rule_found_an_error_in_the_draft_already() {
    let findings = found(&lead("{{ subscriber.name | uper }}").replace("# Caspian crossroads", "#"));
    assert_eq!(
        findings,
        ["8:2 error title-missing: the title is empty -- begin the lead article with a line `# Its title`"]
    );
}

#[test]
fn quiet_for_a_good_draft() {
    assert_eq!(found(&good_draft()), NOTHING);
    assert_eq!(found(&lead("{{ subscriber.name | upper }}")), NOTHING);
}
