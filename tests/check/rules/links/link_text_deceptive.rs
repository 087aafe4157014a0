//! The rule `link-text-deceptive`.

use crate::check::NOTHING;
use crate::check::in_lead::found_by;

fn found(text: &str) -> Vec<String> {
    found_by("link-text-deceptive", text)
}

#[test]
fn fires_where_the_text_shows_another_domain() {
    for shown in [
        "https://www.example.org/login",
        "www.example.org",
        "example.org/login",
        "HTTP://EXAMPLE.ORG",
    ] {
        assert_eq!(
            found(&format!("See [{shown}](https://example.net/login).")),
            [
                "10:6 error link-text-deceptive: the text shows an address of `example.org`, but the link leads to `example.net` -- write what \
                 the reader finds there instead of an address, or correct the one that is wrong"
            ],
            "{shown}"
        );
    }
    // Each of these domains was registered by somebody else.
    assert_eq!(found("[www.a.co.uk](https://www.b.co.uk)").len(), 1);
    assert_eq!(
        found("[www.example.org](https://example.org.example.net)").len(),
        1
    );
}

#[test]
fn fires_at_the_mailbox_that_is_not_the_one_shown() {
    assert_eq!(
        found("[editors@example.org](mailto:editor@example.org?subject=Hello)"),
        [
            "10:30 error link-text-deceptive: the text shows `editors@example.org`, but the link writes to `editor@example.org` -- write the \
             same address in both places"
        ]
    );
}

#[test]
fn quiet_where_both_are_one_or_the_text_is_a_name() {
    for text in [
        "[https://example.org/a](https://www.example.org/b)",
        "[www.example.org](https://news.example.org)",
        "[youtu.be/a](https://www.youtube.com/watch?v=a)",
        "[bit.ly/caspian](https://example.org/a)",
        "[https://doi.org/10.1000/182](https://example.org/a)",
        "[example.org](https://example.net/about-example-org)",
        "[Node.js/Express](https://example.org)",
        "[and/or](https://example.org)",
        "[the report of www.example.org](https://example.net)",
        "[https://example.org/{{ issue.id }}]({{ links.browser }})",
        "https://example.org",
        "<editors@example.org>",
        "[Editors@Example.org](mailto:editors@example.org)",
        "[https://example.org](https://intranet)",
    ] {
        assert_eq!(found(text), NOTHING, "{text}");
    }
}
