//! The rule `link-target-unsafe`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// A good draft with something more in a paragraph of its lead, on line 10.
fn lead(text: &str) -> String {
    good_draft().replacen("days. This", &format!("days. {text} This"), 1)
}

#[test]
fn fires_at_each_address_where_it_stands() {
    let findings = found(&lead(
        "javascript:alert [a](javascript:alert) [b](https://example.org/b) and [c](javascript:alert)",
    ));
    let hint = "links lead to `https:`, `http:`, `mailto:` or `tel:`";
    assert_eq!(
        findings,
        [
            format!(
                "10:151 error link-target-unsafe: a mail should not link to a `javascript:` address -- {hint}"
            ),
            format!(
                "10:204 error link-target-unsafe: a mail should not link to a `javascript:` address -- {hint}"
            ),
        ]
    );
}

#[test]
fn fires_at_a_picture_without_an_address() {
    let findings = found(&lead("So and ![a]()"));
    assert_eq!(
        findings,
        [
            "10:137 error link-target-unsafe: this picture has no address -- write the whole address, from `https://` on"
        ]
    );
}

#[test]
fn fires_at_pictures_that_travel_in_their_address() {
    let findings = found(&lead("![a dot](data:image/png;base64,AAAA)"));
    assert_eq!(
        findings,
        [
            "10:139 error link-target-unsafe: a picture cannot be shown from a `data:` address -- \
          put the picture on a web server and write its `https://` address"
        ]
    );
}

#[test]
fn quiet_for_whole_addresses() {
    let text = "[a](https://example.org/a) [b](mailto:b@example.org) [c](tel:+7123) [d]({{ links.unsubscribe }}) ![a map](https://example.org/a.png)";
    assert_eq!(found(&lead(text)), NOTHING);
}
