//! The rule `preheader-length`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// What is found of a preheader.
fn of_preheader(preheader: &str) -> Vec<String> {
    found(&good_draft().replace(
        "lists: [weekly]\n",
        &format!("lists: [weekly]\npreheader: \"{preheader}\"\n"),
    ))
}

#[test]
fn fires_below_forty_and_above_a_hundred_and_thirty() {
    assert_eq!(
        of_preheader("News of the week"),
        [
            "7:12 info preheader-length: the preheader has 16 characters; mail programs show at least 40 -- \
          say more of what is in the issue: what is missing is filled up with the mail's first words"
        ]
    );
    let long = of_preheader(&"ab ".repeat(44));
    assert_eq!(
        long,
        [
            "7:12 info preheader-length: the preheader has 131 characters; mail programs show 130 at most -- \
          put what matters first, and leave the rest to the lead"
        ]
    );
}

#[test]
fn quiet_between_them_for_wide_characters_and_for_slots() {
    assert_eq!(of_preheader(&"x".repeat(40)), NOTHING);
    assert_eq!(of_preheader(&"x".repeat(130)), NOTHING);
    assert_eq!(of_preheader(&"周".repeat(20)), NOTHING);
    assert_eq!(
        of_preheader("For {{ subscriber.name | default('you') }}"),
        NOTHING
    );
}
