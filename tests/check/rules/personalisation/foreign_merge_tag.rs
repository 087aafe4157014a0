//! The rule `foreign-merge-tag`.

use crate::check::{NOTHING, found_of};
use crate::support::good_draft;

/// What is found where the lead says something more, on line 10 from column 130 on.
fn with(text: &str) -> Vec<String> {
    let text = good_draft().replacen("days. This", &format!("days. {text} This"), 1);
    found_of("foreign-merge-tag", &text)
}

#[test]
fn fires_at_the_tag_with_what_to_write() {
    assert_eq!(
        with("Dear *|FNAME|*,"),
        [
            "10:135 error foreign-merge-tag: `*|FNAME|*` is a tag of another mailing program, and nobody fills it in -- \
          write `{{ subscriber.first_name | default(\"reader\") }}`"
        ]
    );
    assert_eq!(
        with("[x](https://example.org/?e=%%emailaddr%%)"),
        [
            "10:157 error foreign-merge-tag: `%%emailaddr%%` is a tag of another mailing program, and nobody fills it in -- \
          write a slot, such as `{{ subscriber.name | default(\"reader\") }}`, or take it out"
        ]
    );
}

#[test]
fn fires_once_at_each_way_of_writing_it() {
    for (tag, severity) in [
        ("*|IF:FNAME|*", "error"),
        ("*|UNSUB|*", "error"),
        ("%%First_Name%%", "error"),
        ("%FIRSTNAME%", "warning"),
        ("{{ contact.FIRSTNAME }}", "error"),
        ("{{ first_name }}", "error"),
        ("[[first_name]]", "warning"),
        ("[First Name]", "warning"),
        ("{first_name}", "warning"),
        ("${firstName}", "warning"),
    ] {
        let findings = with(tag);
        assert_eq!(findings.len(), 1, "{tag}: {findings:?}");
        assert!(
            findings[0].starts_with(&format!("10:130 {severity} foreign-merge-tag: `{tag}` is")),
            "{tag}: {findings:?}"
        );
    }
}

#[test]
fn fires_in_the_subject() {
    let text = good_draft().replace(
        "lists: [weekly]\n",
        "lists: [weekly]\nsubject: News for *|FNAME|*\n",
    );
    let findings = found_of("foreign-merge-tag", &text);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].starts_with("7:19 error foreign-merge-tag: "),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_our_own_slots_for_code_and_for_what_only_looks_like_it() {
    for text in [
        "{{ subscriber.name }}",
        "`*|FNAME|*` and `{{ first_name }}`",
        "{% set first_name = \"Anna\" %}{{ first_name }}",
        "50% or 100% of it",
        "[first name](https://example.org/)",
        "[email]",
        "{name} [[page]] ${HOME} <https://example.org/%D0%BA%D0%BB>",
        "{% raw %}{{ first_name }}{% endraw %}",
    ] {
        assert_eq!(with(text), NOTHING, "{text}");
    }
}
