//! The rule `link-malformed`.

use crate::check::NOTHING;
use crate::check::in_lead::{found_by, mended};

fn found(text: &str) -> Vec<String> {
    found_by("link-malformed", text)
}

#[test]
fn fires_at_the_wrong_beginning_and_says_what_was_meant() {
    for (url, beginning, likely) in [
        (
            "https://https://example.org/a",
            "https://https://",
            "https://example.org/a",
        ),
        (
            "http://https://example.org/a",
            "http://https://",
            "https://example.org/a",
        ),
        (
            "https://http//example.org",
            "https://http//",
            "https://example.org",
        ),
        ("http//example.org", "http//", "https://example.org"),
        ("https:/example.org", "https:/", "https://example.org"),
        ("https:example.org", "https:", "https://example.org"),
        ("https;//example.org", "https;//", "https://example.org"),
        ("hhttps://example.org", "hhttps://", "https://example.org"),
        ("htps://example.org", "htps://", "https://example.org"),
        ("byhttps://example.org", "byhttps://", "https://example.org"),
        ("http:///example.org", "http:///", "http://example.org"),
    ] {
        assert_eq!(
            found(&format!("[it]({url})")),
            [format!(
                "10:6 error link-malformed: `{beginning}` is no right beginning of an address -- did you mean `{likely}`?"
            )]
        );
    }
}

#[test]
fn fires_where_there_is_no_beginning() {
    for (url, hint) in [
        ("www.example.org/a", "did you mean `https://www.example.org/a`?"),
        ("example.org", "did you mean `https://example.org`?"),
    ] {
        assert_eq!(
            found(&format!("[it]({url})")),
            [format!(
                "10:6 error link-malformed: the address does not begin with `https://` -- {hint}"
            )]
        );
    }
    for url in ["/about", "../map", "report"] {
        assert_eq!(
            found(&format!("[it]({url})")),
            [
                "10:6 error link-malformed: the address is not whole, and a mail has no page that it could be relative to -- \
              open the page in a browser and copy its address from there"
            ]
        );
    }
}

#[test]
fn fires_at_a_host_that_cannot_be() {
    for (url, column, message) in [
        ("https://", 6, "error link-malformed: the address has no host"),
        ("https:///", 6, "error link-malformed: the address has no host"),
        ("https://example", 0, ""),
        (
            "https://intranet/a",
            14,
            "error link-malformed: `intranet` is no whole host: it has no dot",
        ),
        (
            "https://news.example..org",
            14,
            "error link-malformed: `news.example..org` cannot be the name of a host",
        ),
        (
            "https://news.example.org:99999/",
            31,
            "error link-malformed: `99999` is no port: a number up to 65535 stands there",
        ),
        (
            "https://news.example.ogr/a",
            26,
            "warning link-malformed: no domain ends in `.ogr`",
        ),
    ] {
        let findings = found(&format!("[it]({url})"));
        if column == 0 {
            assert_eq!(
                findings, NOTHING,
                "{url}: a reserved name is another rule's matter"
            );
            continue;
        }
        let hint = "open the page in a browser and copy its address from there";
        assert_eq!(findings, [format!("10:{column} {message} -- {hint}")]);
    }
}

#[test]
fn fires_at_what_was_taken_into_the_address() {
    for (text, expected) in [
        (
            "[it](https://example.org/a,)",
            "10:27 warning link-malformed: `,` was taken into the address, at its end -- did you mean `https://example.org/a`?",
        ),
        (
            "[it](https://example.org/a”)",
            "10:27 warning link-malformed: `”` was taken into the address, at its end -- did you mean `https://example.org/a`?",
        ),
        (
            "[it](<https://example.org/a)>)",
            "10:28 warning link-malformed: `)` was taken into the address, at its end -- did you mean `https://example.org/a`?",
        ),
        (
            "[it](“https://example.org/a”)",
            "10:6 error link-malformed: `“` was taken into the address -- did you mean `https://example.org/a`?",
        ),
        (
            "[it](https://example.org/a%20)",
            "10:27 warning link-malformed: a space was taken into the address, at its end -- did you mean `https://example.org/a`?",
        ),
        (
            "[it](<https://example.org/a b>)",
            "10:28 error link-malformed: a space stands in the address -- did you mean `https://example.org/a%20b`?",
        ),
        (
            "[it](https://example.org/a\u{200B}b)",
            "10:27 error link-malformed: a character that nobody sees stands in the address -- did you mean `https://example.org/ab`?",
        ),
        (
            "[it](https://the%20report%20https://example.org/a)",
            "10:6 error link-malformed: words were taken into the address, before it -- did you mean `https://example.org/a`?",
        ),
    ] {
        assert_eq!(found(text), [expected], "{text}");
    }
}

#[test]
fn fires_at_what_was_meant_for_a_link() {
    assert_eq!(
        found("See [the map](https://example.org/the map)."),
        [
            "10:5 error link-malformed: this is no link: its address has a space, a line end or an unpaired bracket in it -- write `%20` for each space, or \
             put the address into `<` and `>`"
        ]
    );
    assert_eq!(
        found("See [the map] (https://example.org/map)."),
        [
            "10:13 warning link-malformed: this is no link: a space stands between its `]` and its `(` -- take the space out"
        ]
    );
    assert_eq!(found("![A map](https://example.org/a map.png)").len(), 1);
}

#[test]
fn fires_once_and_is_mended_where_the_beginning_stands_twice() {
    let mended = |text: &str| mended("link-malformed", text);
    assert_eq!(
        mended("[it](https://https://example.org/a)"),
        "[it](https://example.org/a)"
    );
    assert_eq!(
        mended("[it](http://https://example.org/a)"),
        "[it](https://example.org/a)"
    );
    assert_eq!(
        mended("<https://https://example.org/a>"),
        "<https://example.org/a>"
    );
}

#[test]
fn quiet_for_addresses_that_are_right() {
    for url in [
        "https://example.org",
        "HTTPS://Example.org:8080/a?b=c#d",
        "https://example.org/wiki/Caspian_(sea)",
        "https://example.org/Acme_Inc.",
        "https://web.archive.org/web/2019/http://example.org/",
        "https://пример.испытание.рф/путь",
        "http://203.0.113.7/",
        "https://[2001:db8::7]:8443/",
        "https://example.org/{{ issue.id }}/",
        "{{ links.unsubscribe }}",
        "mailto:editors@example.org",
        "tel:+7727",
        "https://bücher.example.org/",
        "https://example.onion/",
    ] {
        assert_eq!(found(&format!("[it]({url})")), NOTHING, "{url}");
    }
    for text in [
        "https://example.org/a.",
        "(https://example.org/a)",
        "[it][1]\n\n[1]: https://example.org\n\n",
        "see [1] (and the rest)",
        "`[the map](https://example.org/the map)`",
        "\\[the map](https://example.org/map)",
    ] {
        assert_eq!(found(text), NOTHING, "{text}");
    }
}
