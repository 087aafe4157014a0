//! The rule `link-mailto-malformed`.

use crate::check::NOTHING;
use crate::check::in_lead::found_by;

fn found(text: &str) -> Vec<String> {
    found_by("link-mailto-malformed", text)
}

#[test]
fn fires_at_an_address_that_cannot_be_written_to() {
    for (url, message) in [
        (
            "mailto:editors",
            "`editors` cannot be written to: there is no `@`",
        ),
        (
            "mailto:editors@example",
            "`editors@example` cannot be written to: the domain has no dot",
        ),
        (
            "mailto:ed%20itors@example.org",
            "`ed itors@example.org` cannot be written to: it holds ' ', which no address has there",
        ),
        (
            "mailto:a@example.org,b",
            "`b` cannot be written to: there is no `@`",
        ),
        ("mailto://a@example.org", ""),
    ] {
        let findings = found(&format!("[write]({url})"));
        if message.is_empty() {
            assert_eq!(
                findings, NOTHING,
                "{url}: slashes are signs that a mailbox's name may have"
            );
            continue;
        }
        assert_eq!(
            findings,
            [format!(
                "10:16 error link-mailto-malformed: {message} -- write `mailto:` and then the address, as in `mailto:editors@example.org`"
            )]
        );
    }
    assert_eq!(found("[write](mailto:)").len(), 1);
}

#[test]
fn fires_where_mailto_is_missing() {
    assert_eq!(
        found("[write](editors@example.org)"),
        [
            "10:9 error link-mailto-malformed: `editors@example.org` is an address of mail, and not of a page -- write `mailto:editors@example.org`"
        ]
    );
}

#[test]
fn fires_at_what_is_filled_in() {
    for (field, expected) in [
        (
            "subject=Hello%0D%0ABcc:b@example.org",
            "10:36 error link-mailto-malformed: a line end stands in `subject` -- write it in one line; only `body` may have several",
        ),
        (
            "subject=Hello?body=Dear",
            "10:49 error link-mailto-malformed: a second `?` stands in the link to a letter -- write `&` between two fields",
        ),
        (
            "subject=A+letter",
            "10:36 warning link-mailto-malformed: mail programs show the `+` in `subject` as it is -- write `%20` for each space",
        ),
    ] {
        assert_eq!(
            found(&format!("[write](mailto:editors@example.org?{field})")),
            [expected]
        );
    }
}

#[test]
fn quiet_for_letters_that_can_be_written() {
    for text in [
        "[write](mailto:editors@example.org)",
        "[write](MAILTO:editors@example.org?subject=A%20letter&body=Dear%20all%0D%0A)",
        "[write](mailto:a@example.org,b@example.org?cc=c@example.org)",
        "[forward](mailto:?subject=Read%20this)",
        "[write](mailto:editors@example.org?subject=C%2B%2B%201+1)",
        "[write](mailto:{{ subscriber.editor }}@example.org)",
        "<editors@example.org>",
        "[it](https://example.org/@editors)",
    ] {
        assert_eq!(found(text), NOTHING, "{text}");
    }
}
