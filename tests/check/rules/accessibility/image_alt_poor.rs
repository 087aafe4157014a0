//! The rule `image-alt-poor`.

use crate::check::of_rule::with_block;
use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// What is found of a picture with this description.
fn of_alt(alt: &str) -> Vec<String> {
    with_block(&format!("![{alt}](https://example.org/a.png)"))
}

#[test]
fn fires_at_the_name_of_a_file() {
    assert_eq!(
        of_alt("IMG_4711"),
        [
            "14:3 info image-alt-poor: `IMG_4711` is a file's name, not a description -- \
          write what the picture shows, as you would say it on the telephone"
        ]
    );
    assert_eq!(of_alt("ports-2.PNG").len(), 1);
}

#[test]
fn fires_at_what_a_screen_reader_says_already() {
    assert_eq!(
        of_alt("Photo of a port"),
        [
            "14:3 info image-alt-poor: screen readers say that it is a picture: `photo of` is heard twice -- \
          begin with what it shows"
        ]
    );
    assert_eq!(of_alt("Screenshot").len(), 1);
}

#[test]
fn fires_above_125_characters() {
    let findings = of_alt(&"é".repeat(126));
    assert_eq!(findings.len(), 1);
    assert!(findings[0].contains("has 126 characters"), "{findings:?}");
}

#[test]
fn quiet_for_descriptions() {
    for alt in [
        "Aktau in fog",
        "Imgur's logo",
        "The image of a city",
        "DSC",
        &"é".repeat(125),
    ] {
        assert_eq!(of_alt(alt), NOTHING, "{alt}");
    }
    let german = good_draft()
        .replace("lists: [weekly]\n", "lists: [weekly]\nlanguage: de\n")
        .replace(
            "This week",
            "![Photo of Aktau](https://example.org/a.png) This week",
        );
    assert!(
        !found(&german)
            .iter()
            .any(|finding| finding.contains("image-alt-poor"))
    );
}
