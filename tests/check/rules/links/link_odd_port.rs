//! The rule `link-odd-port`.

use crate::check::NOTHING;
use crate::check::in_lead::found_by;

fn found(text: &str) -> Vec<String> {
    found_by("link-odd-port", text)
}

#[test]
fn fires_at_the_port() {
    assert_eq!(
        found("See [it](https://news.example.org:3000/preview)."),
        [
            "10:35 warning link-odd-port: the link leads to port 3000, which many networks do not let through -- see whether the page answers without \
             the `:` and the number, and write it so"
        ]
    );
}

#[test]
fn quiet_for_usual_ports_and_for_hosts_that_other_rules_speak_of() {
    for url in [
        "https://example.org:443/",
        "http://example.org:80/",
        "http://example.org:8080/",
        "https://example.org/a:3000",
        "http://127.0.0.1:3000/",
        "http://[2001:db8::7]:3000/",
        "http://localhost:3000/",
        "https://example.org:/",
    ] {
        assert_eq!(found(&format!("[it]({url})")), NOTHING, "{url}");
    }
}
