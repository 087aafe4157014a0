//! The rule `list-nested-deeply`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// The good draft whose first bullet holds a list, and that list the lines given.
fn nested(lines: &str) -> Vec<String> {
    let text = good_draft().replacen("to readers.\n", &format!("to readers.\n{lines}\n"), 1);
    let findings = found(&text).into_iter();
    findings
        .filter(|finding| finding.contains("list-nested-deeply"))
        .collect()
}

#[test]
fn fires_once_at_the_first_point_that_is_too_deep() {
    assert_eq!(
        nested("  - two\n    - three\n      - four\n      - and four\n        - five"),
        [
            "17:9 info list-nested-deeply: this list stands 4 deep; more than 3 levels are lost on a telephone -- \
          make the inner list sentences, or give it a heading of its own"
        ]
    );
}

#[test]
fn quiet_at_three_levels() {
    assert_eq!(nested("  - two\n    - three"), NOTHING);
}
