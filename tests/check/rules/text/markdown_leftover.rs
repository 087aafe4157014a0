//! The rule `markdown-leftover`.

use crate::check::{NOTHING, found, with_paragraph};

#[test]
fn fires_at_marks_with_a_space_inside() {
    assert_eq!(
        found(&with_paragraph("These ** four ports ** were widened.")),
        [
            "10:7 warning markdown-leftover: readers see this `**` as it stands -- \
          write `**` right before the first letter and right after the last, with nothing between"
        ]
    );
}

#[test]
fn fires_at_a_link_with_a_space_inside() {
    assert_eq!(
        found(&with_paragraph("Says the [report](the report).")),
        [
            "10:17 warning markdown-leftover: readers see this `](` as it stands -- \
          write a link as `[text](https://…)`: no space between `]` and `(`, and none in the address"
        ]
    );
}

#[test]
fn fires_at_each_kind() {
    for (text, sign) in [
        ("These **four ports were widened.", "**"),
        ("These __ four ports __ were widened.", "__"),
        ("See [it](drafts/a b).", "]("),
        ("##Ports of the week", "##"),
        ("These `four ports were widened.", "`"),
    ] {
        let findings = found(&with_paragraph(text));
        assert_eq!(findings.len(), 1, "{text}: {findings:?}");
        assert!(
            findings[0].contains(&format!(
                "markdown-leftover: readers see this `{sign}` as it stands"
            )),
            "{findings:?}"
        );
    }
}

#[test]
fn quiet_for_what_is_meant() {
    for text in [
        "These **four ports** and `**` and \\*\\*four\\*\\*.",
        "Two to the 2**3, f**k, drafts/**/a, foo__bar, ____.",
        "A price** has a note.",
        "** A note on the price.",
        "O`zbekiston and the Hawai`i.",
        "#MeToo and #ports",
        "A list [of ports] (and more).",
        "A [long link](https://example.org/a_(b)) here.",
    ] {
        assert_eq!(found(&with_paragraph(text)), NOTHING, "{text}");
    }
}
