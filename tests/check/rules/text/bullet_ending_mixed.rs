//! The rule `bullet-ending-mixed`.

use crate::check::{NOTHING, found, found_of};
use crate::support::good_draft;

/// The good draft with four bullets on politics that end as given.
fn ending(ends: [&str; 4]) -> String {
    let draft = good_draft();
    let (before, rest) = draft.split_once("- The first").expect("there are bullets");
    let (_, after) = rest.split_once("\n\n").expect("and a section after them");
    let bullets = ends.map(|end| format!("- Four ports on the Caspian were widened last year{end}\n"));
    format!("{before}{}\n{after}", bullets.concat())
}

#[test]
fn fires_at_the_end_of_the_one_that_differs() {
    assert_eq!(
        found_of("bullet-ending-mixed", &ending([".", ".", "", "."])),
        [
            "16:50 info bullet-ending-mixed: this bullet ends without a full stop, unlike 3 others of its section -- \
          end it with a full stop, too"
        ]
    );
    assert_eq!(
        found_of("bullet-ending-mixed", &ending(["", "", "", "."])),
        [
            "17:51 info bullet-ending-mixed: this bullet ends with a full stop, unlike 3 others of its section -- \
          take the full stop out"
        ]
    );
}

#[test]
fn quiet_where_all_end_alike_or_otherwise() {
    for end in [
        ".",
        "?",
        "!",
        "…",
        "...",
        " ([source](https://example.org/a))",
        " `x`",
        ":",
    ] {
        assert_eq!(
            found_of("bullet-ending-mixed", &ending([".", ".", end, "."])),
            NOTHING,
            "{end}"
        );
    }
    assert_eq!(found(&good_draft().replace("readers.\n", "readers\n")), NOTHING);
}

#[test]
fn quiet_where_each_way_is_common() {
    assert_eq!(
        found_of("bullet-ending-mixed", &ending([".", "", "", "."])),
        NOTHING
    );
}

#[test]
fn quiet_for_labels() {
    let text = ending([".", ".", "", "."]).replace("widened last year\n", "widened\n");
    let text = text.replace("- Four ports on the Caspian were widened\n", "- Aktau\n");
    assert_eq!(found_of("bullet-ending-mixed", &text), NOTHING);
}
