//! The rule `leftover-placeholder`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// What is found where the lead says something more.
fn with_lead(more: &str) -> Vec<String> {
    found(&good_draft().replace("This week we", &format!("{more} This week we")))
}

#[test]
fn fires_at_each_word_that_holds_a_place() {
    for word in [
        "TODO",
        "FIXME",
        "TK",
        "TKTK",
        "lorem ipsum",
        "Lorem Ipsum",
        "[insert name]",
        "[INSERT a figure here]",
    ] {
        let findings = with_lead(&format!("Exports rose by ({word}), they say."));
        assert_eq!(findings.len(), 1, "{word}: {findings:?}");
        let expected = format!(
            "error leftover-placeholder: `{word}` was left in the text -- write what belongs here, or take it out"
        );
        assert!(findings[0].ends_with(&expected), "{findings:?}");
    }
}

#[test]
fn fires_where_the_word_stands() {
    assert_eq!(
        found(&good_draft().replace("The first note on", "TODO: note on"))[0],
        "14:3 error leftover-placeholder: `TODO` was left in the text -- write what belongs here, or take it out"
    );
}

#[test]
fn fires_less_loudly_amid_words_where_it_may_be_one() {
    for (text, severity) in [
        ("It is on our TODO list.", "info"),
        ("They fixed the\nTODO on packaging.", "info"),
        ("Exports rose by TODO.", "warning"),
        ("Exports rose by TODO: ask.", "error"),
        ("Exports rose. TODO ask.", "error"),
        ("Exports rose by TK per cent.", "error"),
        ("- FIXME the figure\n\n", "error"),
        ("**TODO** the figure", "error"),
    ] {
        let findings = with_lead(text);
        assert_eq!(findings.len(), 1, "{text}: {findings:?}");
        assert!(
            findings[0].contains(&format!(" {severity} leftover-placeholder")),
            "{text}: {findings:?}"
        );
    }
}

#[test]
fn fires_in_the_subject() {
    let findings =
        found(&good_draft().replace("lists: [weekly]\n", "lists: [weekly]\nsubject: \"Gas: TK\"\n"));
    assert_eq!(
        findings,
        [
            "7:16 error leftover-placeholder: `TK` was left in the text -- write what belongs here, or take it out"
        ]
    );
}

#[test]
fn fires_as_a_warning_at_what_can_be_a_number() {
    assert!(with_lead("Rose by XXX.")[0].contains(" warning leftover-placeholder"));
}

#[test]
fn quiet_in_code_comments_tags_urls_and_longer_words() {
    for text in [
        "`TODO`",
        "{# TODO #}",
        "<!-- TODO -->",
        "https://example.org/TODO",
        "TODOS",
        "tk",
        "todo",
        "example.tk",
        "TK 1952 to Istanbul",
        "[insert coin](https://example.org/)",
        "insert it",
    ] {
        assert_eq!(with_lead(text), NOTHING, "{text}");
    }
}
