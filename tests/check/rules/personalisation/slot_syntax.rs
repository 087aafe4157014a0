//! The rule `slot-syntax`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// What is found where the lead says something more.
fn with_lead(more: &str) -> Vec<String> {
    found(&good_draft().replace("This week we", &format!("\n{more} This week we")))
}

#[test]
fn fires_at_a_tag_that_is_never_closed() {
    assert_eq!(
        with_lead("{{ subscriber.name, hello."),
        [
            "11:1 error slot-syntax: `{{` begins here, and no `}}` ends it -- \
          end it with `}}`; braces that are meant as braces go into code, between backticks"
        ]
    );
}

#[test]
fn fires_at_each_expression_that_cannot_be_read() {
    let findings = with_lead("{{ subscriber.name | }} and {{ subscriber.. }}.");
    assert_eq!(findings.len(), 2, "{findings:?}");
    assert!(
        findings[0].starts_with("11:1 error slot-syntax: this tag cannot be read: "),
        "{findings:?}"
    );
    assert!(
        findings[1].starts_with("11:29 error slot-syntax: this tag cannot be read: "),
        "{findings:?}"
    );
}

#[test]
fn fires_at_a_condition_that_never_ends() {
    let findings = with_lead("{% if subscriber.name %}You.");
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].starts_with("11:1 error slot-syntax: this tag cannot be read: "),
        "{findings:?}"
    );
    assert_eq!(with_lead("{% endif %}").len(), 1);
    assert_eq!(with_lead("{% fi subscriber.name %}You.{% endif %}").len(), 1);
}

#[test]
fn quiet_in_code_and_for_what_can_be_read() {
    assert_eq!(with_lead("`{{ like this` and `{% if`."), NOTHING);
    assert_eq!(
        with_lead("{% if subscriber.name %}You.{% else %}They.{% endif %}"),
        NOTHING
    );
    assert_eq!(with_lead("{{ subscriber.tags | join(', ') }}"), NOTHING);
}
