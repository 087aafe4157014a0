//! The rule `slot-misplaced`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// A good draft with something more in a paragraph of its lead, on line 10.
fn lead(text: &str) -> String {
    good_draft().replacen("days. This", &format!("days. {text} This"), 1)
}

#[test]
fn fires_where_a_slot_would_choose_the_host() {
    let findings = found(&lead("[a](https://{{ subscriber.name }}.example.org/)"));
    assert_eq!(
        findings,
        [
            "10:142 error slot-misplaced: `subscriber.name` would supply the scheme or host of an address -- \
          write the address up to the first `/` after its host; only `links.…` may be a whole address"
        ]
    );
}

#[test]
fn quiet_behind_the_host() {
    assert_eq!(
        found(&lead("[a](https://example.org/{{ subscriber.name }})")),
        NOTHING
    );
}
