//! The rule `space-before-punctuation`.

use crate::check::{NOTHING, found, mended, with_paragraph};

#[test]
fn fires_at_the_space() {
    assert_eq!(
        found(&with_paragraph("The ports of Aktau , Baku and Poti.")),
        ["10:19 warning space-before-punctuation: a space stands before the `,` -- take the space out"]
    );
}

#[test]
fn fires_before_each_sign() {
    for text in [
        "Aktau .",
        "(Aktau )",
        "Aktau : a port",
        "Aktau ; Baku",
        "Aktau ?",
        "Aktau !",
    ] {
        let findings = found(&with_paragraph(text));
        assert_eq!(findings.len(), 1, "{text}: {findings:?}");
        assert!(
            findings[0].contains(" warning space-before-punctuation: "),
            "{findings:?}"
        );
    }
}

#[test]
fn fires_in_french_before_a_comma_alone() {
    let french =
        |text: &str| with_paragraph(text).replace("lists: [weekly]", "lists: [weekly]\nlanguage: fr-FR");
    assert_eq!(found(&french("Aktau : un port ; et après ? Rien !")), NOTHING);
    assert_eq!(found(&french("Aktau , un port .")).len(), 2);
}

#[test]
fn the_fix_takes_the_space_out() {
    assert_eq!(
        mended(
            "space-before-punctuation",
            &with_paragraph("Aktau , Baku  , and Poti .")
        ),
        with_paragraph("Aktau, Baku, and Poti.")
    );
}

#[test]
fn quiet_where_the_sign_belongs_to_what_follows() {
    for text in [
        "They use .NET and .5 of it.",
        "And then ... nothing . . . at all.",
        "They won 2 : 1 at home :) again ;-)",
        "A line prefixed with a ! and more.",
        "The `x` , of course",
        "Aktau\u{A0}: a port",
        "Wait 🎉 !",
    ] {
        assert_eq!(found(&with_paragraph(text)), NOTHING, "{text}");
    }
}
