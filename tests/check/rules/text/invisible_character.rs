//! The rule `invisible-character`.

use crate::check::{NOTHING, found, mended, with_paragraph};

#[test]
fn fires_at_the_character_and_names_it() {
    assert_eq!(
        found(&with_paragraph("The Cas\u{200B}pian ports")),
        [
            "10:8 warning invisible-character: a zero-width space (U+200B) stands here, which nobody sees -- \
          take it out: set the cursor right behind it, and press backspace"
        ]
    );
}

#[test]
fn fires_at_each_kind() {
    for (text, said) in [
        (
            "a\u{FEFF}b",
            "warning invisible-character: a byte order mark (U+FEFF)",
        ),
        (
            "a\u{200C}b",
            "warning invisible-character: a zero-width non-joiner (U+200C)",
        ),
        (
            "a\u{200D}b",
            "warning invisible-character: a zero-width joiner (U+200D)",
        ),
        (
            "a\u{2060}\u{2060}b",
            "warning invisible-character: a word joiner (U+2060) stands here 2 times",
        ),
        (
            "a\u{200E} b",
            "warning invisible-character: a direction mark (U+200E)",
        ),
        (
            "a\u{202E}b",
            "warning invisible-character: a mark that turns the direction of writing (U+202E)",
        ),
        ("a\u{AD}b", "info invisible-character: a soft hyphen (U+00AD)"),
        (
            "a\u{92}b",
            "warning invisible-character: a control character (U+0092)",
        ),
        (
            "a\u{B}b",
            "warning invisible-character: a control character (U+000B)",
        ),
        (
            "a\u{FFFD}b",
            "warning invisible-character: a replacement character (U+FFFD) stands where something was lost",
        ),
        (
            "a\u{FFFC}b",
            "warning invisible-character: an object replacement character (U+FFFC)",
        ),
        (
            "a\u{A0}\u{A0}b",
            "info invisible-character: a no-break space (U+00A0) stands beside another space",
        ),
        (
            "a \u{A0}b",
            "info invisible-character: a no-break space (U+00A0) stands beside another space",
        ),
    ] {
        let findings = found(&with_paragraph(text));
        assert_eq!(findings.len(), 1, "{text:?}: {findings:?}");
        assert!(findings[0].contains(said), "{findings:?}");
    }
}

#[test]
fn the_fix_takes_out_what_has_no_width() {
    for (text, fixed) in [
        ("Cas\u{200B}pi\u{AD}an\u{FEFF} ports\u{200E}", "Caspian ports"),
        ("four\u{A0} \u{A0}ports", "four ports"),
        ("four\u{202E}ports", "four\u{202E}ports"),
    ] {
        assert_eq!(
            mended("invisible-character", &with_paragraph(text)),
            with_paragraph(fixed)
        );
    }
}

#[test]
fn quiet_where_the_character_belongs() {
    for text in [
        "A family 👨‍👩‍👧 and a flag 🏳️‍🌈",
        "می‌خواهم",
        "क्‍ष",
        "ไทย\u{200B}แลนด์",
        "שלום\u{200F}, a word",
        "An entity&shy;here, and&nbsp;&nbsp;there",
        "Four\u{A0}ports",
        "Code `a\u{200B}b`",
    ] {
        assert_eq!(found(&with_paragraph(text)), NOTHING, "{text}");
    }
}
