//! The rule `link-text-ambiguous`.

use crate::check::NOTHING;
use crate::check::in_lead::found_by;

fn found(text: &str) -> Vec<String> {
    found_by("link-text-ambiguous", text)
}

#[test]
fn fires_once_for_a_text_at_the_first_that_leads_elsewhere() {
    assert_eq!(
        found(
            "[A new report](https://example.org/a), *[a new  report](https://example.org/b)*, [a new report](https://example.org/c)."
        ),
        [
            "10:42 info link-text-ambiguous: `a new  report` leads elsewhere than the link of the same text in line 10 -- say in each text what is \
             found there"
        ]
    );
}

#[test]
fn quiet_where_the_place_is_one_and_where_the_text_is_a_word() {
    for (one, other) in [
        (
            "[a report](https://example.org/a)",
            "[a report](https://example.org/a)",
        ),
        (
            "[a report](https://example.org/a)",
            "[a report](http://example.org/a/)",
        ),
        (
            "[report](https://example.org/a)",
            "[report](https://example.org/b)",
        ),
        (
            "[click here](https://example.org/a)",
            "[click here](https://example.org/b)",
        ),
        (
            "[a report](https://example.org/a)",
            "[the report](https://example.org/b)",
        ),
        ("https://example.org/a", "https://example.org/b"),
    ] {
        assert_eq!(found(&format!("{one} and {other}")), NOTHING, "{one} {other}");
    }
}
