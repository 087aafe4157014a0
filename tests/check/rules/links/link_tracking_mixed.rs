//! The rule `link-tracking-mixed`.

use crate::check::NOTHING;
use crate::check::in_lead::{found_by, found_under};
use crate::support::HOUSE_STYLE;

fn found(text: &str) -> Vec<String> {
    let config = format!("{HOUSE_STYLE}homepage: https://www.example.org/\n");
    found_under(&config, "link-tracking-mixed", text)
}

#[test]
fn fires_once_at_the_first_link_that_lacks_them() {
    assert_eq!(
        found(
            "[a](https://example.org/a?utm_source=weekly) [b](https://www.example.org/b) [c](https://example.org/c)"
        ),
        [
            "drafts/a.md:10:50 info link-tracking-mixed: of 3 links to `example.org`, 1 carry `utm_` parameters and this one does not -- write them at \
             all such links, or at none"
        ]
    );
}

#[test]
fn quiet_where_all_carry_them_or_none_does() {
    for text in [
        "[a](https://example.org/a?utm_source=weekly) [b](https://example.org/b?c=d&utm_source=weekly)",
        "[a](https://example.org/a) [b](https://example.org/b)",
        "[a](https://example.org/a?utm_source=weekly) [b](https://example.net/b) [c](https://shop.example.org/)",
        "[a](https://example.org/a?utm_source=weekly) [b](https://example.org/b?{{ links.browser }})",
    ] {
        assert_eq!(found(text), NOTHING, "{text}");
    }
    let mixed = "[a](https://example.org/a?utm_source=weekly) [b](https://example.org/b)";
    assert_eq!(
        found_by("link-tracking-mixed", mixed),
        NOTHING,
        "without a homepage"
    );
}
