//! The rule `mojibake`.

use crate::check::{NOTHING, found, with_paragraph};

#[test]
fn fires_at_the_letters_and_says_what_they_were() {
    assert_eq!(
        found(&with_paragraph("The ministryâ€™s promise")),
        [
            "10:13 warning mojibake: `â€™` is what became of other letters -- \
          write what it was, probably `’`; look for more of it in this paragraph"
        ]
    );
}

#[test]
fn fires_at_each_kind() {
    for (text, meant) in [
        ("cafÃ© in Aktau", "é"),
        ("â€œFour ports", "“"),
        ("four portsâ€ they said", "”"),
        ("ZÃ¼rich", "ü"),
        ("20Â° in Aktau", "°"),
        ("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"),
        ("РїСЂРёРІРµС‚", "привет"),
        ("ministryвЂ™s", "’"),
        ("ðŸŽ‰", "🎉"),
        ("æ—¥æœ¬", "日本"),
        ("cafÃƒÂ©", "é"),
    ] {
        let findings = found(&with_paragraph(text));
        assert_eq!(findings.len(), 1, "{text}: {findings:?}");
        assert!(
            findings[0].contains(&format!("probably `{meant}`; ")),
            "{findings:?}"
        );
    }
}

#[test]
fn quiet_for_letters_that_stand_beside_signs() {
    for text in [
        "“CAFÉ” and «CAFÉ», “café”…",
        "Ça ira – à côté — né…",
        "São João, AÇÃO, IRMÃ…",
        "«СССР» и её «её», моё…",
        "Україна: її ґанок, «Її»",
        "5 × 3 µm, 20 °C, ½, №5",
        "Đặng Thị Ngọc Thịnh",
    ] {
        let findings = found(&with_paragraph(text));
        assert_eq!(findings, NOTHING, "{text}");
    }
}
