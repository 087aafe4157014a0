//! The rule `link-text-empty`.

use crate::check::NOTHING;
use crate::check::in_lead::found_by;

fn found(text: &str) -> Vec<String> {
    found_by("link-text-empty", text)
}

#[test]
fn fires_at_a_link_that_nobody_sees() {
    for link in ["[](https://example.org/a)", "[ ](https://example.org/a)"] {
        assert_eq!(
            found(&format!("See {link}.")),
            [
                "10:5 warning link-text-empty: the link has no text, so nobody sees it -- write what is found there between `[` and `]`, or take \
                 the link out"
            ],
            "{link}"
        );
    }
}

#[test]
fn quiet_where_there_is_something_to_see() {
    for text in [
        "[a](https://example.org/a)",
        "[`a`](https://example.org/a)",
        "[{{ issue.title }}](https://example.org/a)",
        "[![A map](https://example.org/a.png)](https://example.org/a)",
        "[![](https://example.org/a.png)](https://example.org/a)",
        "https://example.org/a",
        "[]()",
    ] {
        assert_eq!(found(text), NOTHING, "{text}");
    }
}
