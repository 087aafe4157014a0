//! The rule `link-empty`.

use crate::check::in_lead::{found_by, lead};
use crate::check::{NOTHING, found as found_in_draft};

fn found(text: &str) -> Vec<String> {
    found_by("link-empty", text)
}

#[test]
fn fires_where_the_address_belongs_and_nothing_else_does() {
    assert_eq!(
        found_in_draft(&lead("See [the report]().")),
        [
            "10:17 error link-empty: the link `the report` has no address -- write the page's address, from `https://` on, or take the link out"
        ]
    );
}

#[test]
fn fires_at_each_way_to_write_nothing() {
    for link in ["[]()", "[a](<>)", "[a]( )", "[a][b]\n\n[b]: <>\n\n"] {
        assert_eq!(found(link).len(), 1, "{link}");
    }
}

#[test]
fn quiet_where_there_is_an_address() {
    for text in [
        "[a](https://example.org)",
        "[a]({{ links.browser }})",
        "[a]",
        "f()",
        "`[a]()`",
    ] {
        assert_eq!(found(text), NOTHING, "{text}");
    }
}
