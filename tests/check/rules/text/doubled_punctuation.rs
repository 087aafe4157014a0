//! The rule `doubled-punctuation`.

use crate::check::{NOTHING, found, found_of, mended, with_paragraph};
use crate::support::good_draft;

#[test]
fn fires_at_the_signs() {
    assert_eq!(
        found(&with_paragraph("Ministers met,, and agreed.")),
        ["10:14 warning doubled-punctuation: `,,` is written where one sign is meant -- write `,`"]
    );
}

#[test]
fn fires_at_each_pair_that_cannot_be() {
    for (text, instead) in [
        ("Ministers met.. They agreed.", "."),
        ("Ministers met;; they agreed.", ";"),
        ("Ministers met,.", "."),
        ("“Ministers met”,,", ","),
        ("部长们开会。。他们同意。", "。"),
    ] {
        let findings = found(&with_paragraph(text));
        assert_eq!(findings.len(), 1, "{text}: {findings:?}");
        assert!(
            findings[0].contains(" warning doubled-punctuation: "),
            "{findings:?}"
        );
        assert!(
            findings[0].ends_with(&format!("-- write `{instead}`")),
            "{findings:?}"
        );
    }
}

#[test]
fn fires_softly_at_a_loud_voice() {
    for text in ["They agreed!!", "They agreed???"] {
        let findings = found(&with_paragraph(text));
        assert_eq!(findings.len(), 1, "{text}: {findings:?}");
        assert!(
            findings[0].starts_with("10:12 info doubled-punctuation"),
            "{findings:?}"
        );
    }
}

#[test]
fn the_fix_leaves_one_sign_where_nothing_else_can_be_meant() {
    let text = with_paragraph("They met,, spoke;; and agreed.. Well.. So..");
    assert_eq!(
        mended("doubled-punctuation", &text),
        with_paragraph("They met, spoke; and agreed.. Well.. So.")
    );
}

#[test]
fn quiet_for_ellipses_tones_of_voice_and_code() {
    for text in [
        "And then... nothing…",
        "Really?! Yes!?",
        "Write std::env, 1..5, ../drafts, `a,,b`.",
        "An emoji :wink:. Or etc., and so on.",
        "Escaped\\.\\.",
    ] {
        assert_eq!(found(&with_paragraph(text)), NOTHING, "{text}");
    }
}

#[test]
fn quiet_for_a_loud_title_but_not_for_a_slip_there() {
    let titled = |title: &str| good_draft().replace("# Caspian crossroads", &format!("# {title}"));
    assert_eq!(
        found_of("doubled-punctuation", &titled("Ports are open!!")),
        NOTHING
    );
    assert_eq!(
        found_of("doubled-punctuation", &titled("Ports,, and more")).len(),
        1
    );
}
