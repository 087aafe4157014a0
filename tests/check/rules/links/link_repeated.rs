//! The rule `link-repeated`.

use crate::check::NOTHING;
use crate::check::in_lead::{found_by, found_under};
use crate::support::HOUSE_STYLE;

/// So many links to one page.
fn links(times: usize) -> String {
    "[it](https://example.org/a) ".repeat(times)
}

#[test]
fn fires_at_the_first_that_is_too_many() {
    assert_eq!(
        found_by("link-repeated", &links(5)),
        [
            "10:90 info link-repeated: this address is linked 5 times, first in line 10 -- see that each link leads where its text says, and leave \
             out those that add nothing"
        ]
    );
}

#[test]
fn fires_from_where_digest_yaml_says() {
    let config = format!("{HOUSE_STYLE}check: {{ rules: {{ link-repeated: {{ times: 1 }} }} }}\n");
    assert_eq!(found_under(&config, "link-repeated", &links(2)).len(), 1);
}

#[test]
fn quiet_for_three_and_for_other_pages_and_letters() {
    assert_eq!(found_by("link-repeated", &links(3)), NOTHING);
    let others = format!("{}[it](https://example.org/b)", links(3));
    assert_eq!(found_by("link-repeated", &others), NOTHING);
    let letters = "[write to us](mailto:editors@example.org) ".repeat(5);
    assert_eq!(found_by("link-repeated", &letters), NOTHING);
}

#[test]
fn fires_however_the_address_is_written() {
    let links = "[it](https://example.org/a) [it](http://example.org/a/) [it](https://example.org/a?fbclid=1) <https://example.org/a>";
    assert_eq!(found_by("link-repeated", links).len(), 1);
}
