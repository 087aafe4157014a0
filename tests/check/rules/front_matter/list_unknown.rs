//! The rule `list-unknown`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_at_the_name_and_offers_the_nearest() {
    assert_eq!(
        found(&good_draft().replace("[weekly]", "[monthly, weakly]")),
        ["6:18 error list-unknown: the list `weakly` is not in digest.yaml -- did you mean `weekly`?"]
    );
    assert_eq!(
        found(&good_draft().replace("[weekly]", "[press]")),
        [
            "6:9 error list-unknown: the list `press` is not in digest.yaml -- add `press` to `lists` in digest.yaml, or take it out here"
        ]
    );
}

#[test]
fn quiet_for_lists_that_digest_yaml_has() {
    assert_eq!(
        found(&good_draft().replace("[weekly]", "[weekly, monthly]")),
        NOTHING
    );
}
