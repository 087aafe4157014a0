//! The rule `link-shortener`.

use crate::check::NOTHING;
use crate::check::in_lead::found_by;

fn found(text: &str) -> Vec<String> {
    found_by("link-shortener", text)
}

#[test]
fn fires_at_the_host() {
    assert_eq!(
        found("The [survey](https://bit.ly/3xYz) is open, and so is https://www.T.co/a too."),
        [
            "10:22 warning link-shortener: `bit.ly` hides where the link leads -- open it, and write the address that it leads to",
            "10:62 warning link-shortener: `www.t.co` hides where the link leads -- open it, and write the address that it leads to",
        ]
    );
}

#[test]
fn quiet_for_other_short_hosts_and_the_services_themselves() {
    for url in [
        "https://example.org/bit.ly/a",
        "https://bit.ly/",
        "https://youtu.be/a",
        "https://rabbit.ly/a",
        "https://bit.ly.example.org/a",
        "mailto:a@bit.ly",
    ] {
        assert_eq!(found(&format!("[it]({url})")), NOTHING, "{url}");
    }
}
