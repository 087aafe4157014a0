//! The rule `typed-bullet`.

use crate::check::{NOTHING, found, found_of};
use crate::support::good_draft;

#[test]
fn fires_once_for_a_section_and_says_what_to_write() {
    let draft = good_draft();
    let start = draft.find("## Society").expect("the second section");
    let typed = draft[start..].replace("- ", "• ");
    assert_eq!(
        found(&format!("{}{typed}", &draft[..start])),
        [
            "20:1 error typed-bullet: 3 lines of this section begin with a typed `•`, which makes no list -- \
          begin each item with `- ` in place of the `•`"
        ]
    );
}

#[test]
fn fires_at_a_typed_bullet_right_below_a_true_one() {
    assert_eq!(
        found(&good_draft().replace("- The third note on society", "• The third")),
        [
            "22:1 error typed-bullet: this line begins with a typed `•`, which makes no list -- begin each item with `- ` in place of the `•`"
        ]
    );
}

#[test]
fn quiet_for_the_sign_within_a_line() {
    assert_eq!(
        found(&good_draft().replace("note on society", "note • society")),
        NOTHING
    );
}

/// What the rule finds where a section of prose says something.
fn in_letters(text: &str) -> Vec<String> {
    found_of(
        "typed-bullet",
        &format!("{}\n## Letters\n\n{text}\n", good_draft()),
    )
}

#[test]
fn fires_at_two_lines_that_begin_with_a_dash() {
    for text in ["– First item\n– Second item", "– First item\n\n– Second item"] {
        let findings = in_letters(text);
        assert_eq!(findings.len(), 1, "{text}: {findings:?}");
        assert!(
            findings[0]
                .starts_with("26:1 error typed-bullet: 2 lines of this section begin with a typed `–`"),
            "{findings:?}"
        );
    }
}

#[test]
fn quiet_for_who_said_it() {
    for text in [
        "– A reader from Aktau",
        "> Ferries wait.\n\n– A reader from Aktau\n\n> So do we.\n\n– Another reader",
    ] {
        assert_eq!(in_letters(text), NOTHING, "{text}");
    }
}
