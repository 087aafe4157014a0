//! The rule `language-mismatch`.

use crate::check::{NOTHING, found_of, with_paragraph};

/// The good draft with a long text, in a language.
fn written(language: &str, text: &str) -> String {
    with_paragraph(&text.repeat(120)).replace(
        "lists: [weekly]",
        &format!("lists: [weekly]\nlanguage: {language}"),
    )
}

#[test]
fn fires_at_the_language_of_the_front_matter() {
    assert_eq!(
        found_of(
            "language-mismatch",
            &written("en", "Министры встретились в Актау и договорились о расписании. ")
        ),
        [
            "7:11 warning language-mismatch: the issue is said to be in the language `en`, and most of it is in Cyrillic letters -- \
          write the language that it is in: `language: …` in the front matter"
        ]
    );
}

#[test]
fn fires_at_the_title_where_digest_yaml_says_the_language() {
    let text = with_paragraph(&"部长们在阿克套开会，讨论时间表。".repeat(300));
    let findings = found_of("language-mismatch", &text);
    assert!(
        findings[0].starts_with("8:3 warning language-mismatch: the issue is said to be in the language `en`, and most of it is in Han letters"),
        "{findings:?}"
    );
}

#[test]
fn fires_at_latin_letters_in_what_is_said_to_be_russian() {
    assert_eq!(
        found_of("language-mismatch", &written("ru", "Ministers met in Aktau. ")).len(),
        1
    );
}

#[test]
fn quiet_where_language_and_script_agree_or_nothing_is_known() {
    for (language, text) in [
        ("en", "Ministers met in Aktau. "),
        ("ru", "Министры встретились в Актау. "),
        ("ja", "大臣がアクタウで会いました。"),
        ("zh", "部长们在阿克套开会 with the IETF and W3C。"),
        ("ru-Latn", "Ministry vstretilis v Aktau. "),
        ("sr", "Ministri su se sastali u Aktau. "),
        ("kk", "Министрлер Ақтауда кездесті. "),
    ] {
        assert_eq!(
            found_of("language-mismatch", &written(language, text)),
            NOTHING,
            "{language}"
        );
    }
    assert_eq!(
        found_of(
            "language-mismatch",
            &with_paragraph("Коротко: министры встретились.")
        ),
        NOTHING
    );
}
