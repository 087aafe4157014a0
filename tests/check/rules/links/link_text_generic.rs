//! The rule `link-text-generic`.

use crate::check::NOTHING;
use crate::check::in_lead::{found_by, found_under};
use crate::support::HOUSE_STYLE;

fn found(text: &str) -> Vec<String> {
    found_by("link-text-generic", text)
}

#[test]
fn fires_at_a_text_that_fits_any_link() {
    assert_eq!(
        found("Read it [here](https://example.org/a)."),
        [
            "10:10 info link-text-generic: the link's text, `here`, does not say where it leads -- let those words be the link that name what is there"
        ]
    );
    for text in ["Click here", "*Read more* →", "MORE…", "this  link"] {
        assert_eq!(
            found(&format!("[{text}](https://example.org/a)")).len(),
            1,
            "{text}"
        );
    }
}

#[test]
fn fires_in_the_language_of_the_draft() {
    for (language, text) in [
        ("de", "Hier"),
        ("fr", "en savoir plus"),
        ("es", "aquí"),
        ("it", "qui"),
        ("pt-BR", "Leia mais"),
        ("ru", "здесь"),
    ] {
        let config = format!("{HOUSE_STYLE}language: {language}\n");
        let link = format!("[{text}](https://example.org/a)");
        assert_eq!(
            found_under(&config, "link-text-generic", &link).len(),
            1,
            "{language}"
        );
        assert_eq!(found(&link), NOTHING, "{text}");
    }
}

#[test]
fn quiet_for_texts_that_say_more() {
    for text in [
        "here is the report",
        "there",
        "hereby",
        "the report",
        "1",
        "![Here](https://example.org/a.png)",
    ] {
        assert_eq!(
            found(&format!("[{text}](https://example.org/a)")),
            NOTHING,
            "{text}"
        );
    }
    let config = format!("{HOUSE_STYLE}language: de\n");
    assert_eq!(
        found_under(&config, "link-text-generic", "[here](https://example.org/a)"),
        NOTHING
    );
}
