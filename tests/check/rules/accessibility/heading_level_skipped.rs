//! The rule `heading-level-skipped`.

use crate::check::of_rule::with_block;
use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_at_the_heading_that_is_too_deep() {
    assert_eq!(
        with_block("#### Ports"),
        [
            "14:1 warning heading-level-skipped: the heading's level jumps from `##` to `####` -- begin it with `###`"
        ]
    );
}

#[test]
fn fires_in_the_lead_below_the_third_level() {
    let text = good_draft().replace("This week we", "\n\n#### Why\n\nThis week we");
    assert_eq!(
        found(&text),
        [
            "12:1 warning heading-level-skipped: the heading's level jumps from `#` to `####` -- begin it with `###`"
        ]
    );
}

#[test]
fn quiet_for_steps_and_for_going_up() {
    assert_eq!(
        with_block("### Ports\n\n#### Aktau\n\nText.\n\n### Roads"),
        NOTHING
    );
    let text = good_draft().replace("This week we", "\n\n### Why\n\nThis week we");
    assert_eq!(found(&text), NOTHING);
}
