//! The rule `link-text-bare-url`.

use crate::check::NOTHING;
use crate::check::in_lead::{found_by, found_under};
use crate::support::HOUSE_STYLE;

/// An address of so many characters.
fn address(length: usize) -> String {
    let start = "https://example.org/";
    format!("{start}{}", "a".repeat(length - start.len()))
}

#[test]
fn fires_at_a_long_address_however_it_is_linked() {
    let address = address(61);
    for (text, column) in [
        (format!("See {address} now."), 5),
        (format!("See <{address}> now."), 6),
        (format!("See [{address}](https://example.org) now."), 6),
    ] {
        assert_eq!(
            found_by("link-text-bare-url", &text),
            [format!(
                "10:{column} info link-text-bare-url: readers see an address of 61 characters -- write what is there as the link's text: `[text](address)`"
            )]
        );
    }
}

#[test]
fn fires_from_where_digest_yaml_says() {
    let config = format!("{HOUSE_STYLE}check: {{ rules: {{ link-text-bare-url: {{ characters: 30 }} }} }}\n");
    assert_eq!(found_under(&config, "link-text-bare-url", &address(31)).len(), 1);
    assert_eq!(found_under(&config, "link-text-bare-url", &address(30)), NOTHING);
}

#[test]
fn quiet_for_short_addresses_and_for_texts() {
    assert_eq!(found_by("link-text-bare-url", &address(60)), NOTHING);
    let link = format!("[the report]({})", address(200));
    assert_eq!(found_by("link-text-bare-url", &link), NOTHING);
}
