//! The rule `unsubscribe-placeholder`.

use crate::check::{NOTHING, found_there};
use crate::support::{HOUSE_STYLE, TestPublication};

/// What is found where mail from a domain has such a way out.
fn of_unsubscribe(domain: &str, unsubscribe: &str) -> Vec<String> {
    let config = HOUSE_STYLE.replace("weekly@example.org", &format!("weekly@{domain}"));
    let publication = TestPublication::with_config(&format!("{config}unsubscribe: {unsubscribe}\n"));
    found_there("unsubscribe-placeholder", &publication)
}

#[test]
fn fires_where_readers_reach_nobody() {
    assert_eq!(
        of_unsubscribe(
            "weekly.kz",
            "{ url: \"http://localhost:8080/u\", mailto: leave@example.org }"
        ),
        [
            "digest.yaml:16:21 error unsubscribe-placeholder: `unsubscribe.url` leads to `localhost`, where readers reach nobody -- \
          write the address that readers can reach",
            "digest.yaml:16:56 error unsubscribe-placeholder: `unsubscribe.mailto` leads to `example.org`, where readers reach nobody -- \
          write the address that readers can reach"
        ]
    );
    for url in [
        "http://127.0.0.1/u",
        "http://[::1]:80/u",
        "https://news.example.com/u",
    ] {
        assert_eq!(
            of_unsubscribe("weekly.kz", &format!("{{ url: \"{url}\" }}")).len(),
            1,
            "{url}"
        );
    }
}

#[test]
fn quiet_for_real_addresses_and_for_a_newsletter_that_is_an_example_itself() {
    assert_eq!(
        of_unsubscribe("weekly.kz", "{ url: \"https://weekly.kz/u\" }"),
        NOTHING
    );
    assert_eq!(
        of_unsubscribe("example.org", "{ url: \"http://localhost:8080/u\" }"),
        NOTHING
    );
}
