//! The rule `domain-mixed-script`.

use crate::check::{NOTHING, found_there, with_config_of};

/// What is found of a homepage.
fn of_homepage(host: &str) -> Vec<String> {
    let publication = with_config_of("authors:\n", &format!("homepage: https://{host}/a\nauthors:\n"));
    found_there("domain-mixed-script", &publication)
}

#[test]
fn fires_at_a_cyrillic_letter_among_latin_ones() {
    assert_eq!(
        of_homepage("ex\u{430}mple.org"),
        [
            "digest.yaml:4:11 warning domain-mixed-script: `ex\u{430}mple.org` mixes Latin and Cyrillic letters, which look alike -- \
          type it anew with the keyboard set to one language"
        ]
    );
}

#[test]
fn fires_at_an_address() {
    let publication = with_config_of("email: weekly@example.org", "email: weekly@ex\u{430}mple.org");
    let findings = found_there("domain-mixed-script", &publication);
    assert!(
        findings[0].starts_with("digest.yaml:3:34 warning"),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_domains_of_one_script_and_for_what_is_written_together() {
    for host in [
        "example.org",
        "пример.example",
        "example.рф",
        "東京タワー.example",
        "it研修.example",
        "bücher.example",
    ] {
        assert_eq!(of_homepage(host), NOTHING, "{host}");
    }
}
