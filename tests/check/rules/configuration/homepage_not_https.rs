//! The rule `homepage-not-https`.

use crate::check::{NOTHING, found_there, with_config_of};

/// What is found of a homepage.
fn of_homepage(url: &str) -> Vec<String> {
    let publication = with_config_of("authors:\n", &format!("homepage: {url}\nauthors:\n"));
    found_there("homepage-not-https", &publication)
}

#[test]
fn fires_at_the_address() {
    assert_eq!(
        of_homepage("http://example.org"),
        [
            "digest.yaml:4:11 warning homepage-not-https: `http://example.org` is not encrypted -- \
          write `https://`, and open the page once to see that it is there"
        ]
    );
}

#[test]
fn quiet_for_an_encrypted_page() {
    assert_eq!(of_homepage("https://example.org"), NOTHING);
}
