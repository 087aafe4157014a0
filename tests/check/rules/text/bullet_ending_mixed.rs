//! The rule `bullet-ending-mixed`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// The good draft with the end of its third bullet on politics changed.
fn ending(with: &str) -> String {
    let note = "- The third note on politics says who did what, and why it matters to readers";
    let fourth = good_draft().replace(&format!("{note}."), &format!("{note}{with}"));
    assert!(fourth.contains(with));
    fourth
}

/// What is found where a section has one bullet more, which another rule counts.
fn found_with_four(text: &str) -> Vec<String> {
    let first = "- The first note on politics says who did what, and why it matters to readers.\n";
    let findings = found(&text.replace(first, &first.repeat(2)));
    findings
        .into_iter()
        .filter(|found| found.contains("bullet-ending"))
        .collect()
}

#[test]
fn fires_at_the_end_of_the_one_that_differs() {
    assert_eq!(
        found_with_four(&ending("")),
        [
            "17:77 info bullet-ending-mixed: this bullet ends without a full stop, unlike 3 others of its section -- \
          end it with a full stop, too"
        ]
    );
}

#[test]
fn fires_at_a_full_stop_where_the_others_have_none() {
    let text = ending(".").replace("readers.\n", "readers\n");
    let text = text.replace(
        "third note on politics says who did what, and why it matters to readers",
        "third note on politics says who did what, and why it matters to readers.",
    );
    assert_eq!(
        found_with_four(&text.replace("- The first note on politics says who did what, and why it matters to readers\n", "- The first note on politics says who did what, and why it matters to readers\n- The other note on politics says who did what, and why it matters to readers\n")),
        [
            "17:78 info bullet-ending-mixed: this bullet ends with a full stop, unlike 3 others of its section -- \
          take the full stop out"
        ]
    );
}

#[test]
fn quiet_where_all_end_alike_or_otherwise() {
    for with in [
        ".",
        "?",
        "!",
        "…",
        " ([source](https://example.org/a))",
        " `x`",
        ":",
    ] {
        assert_eq!(found(&ending(with)), NOTHING, "{with}");
    }
    assert_eq!(found(&good_draft().replace("readers.\n", "readers\n")), NOTHING);
}

#[test]
fn quiet_where_each_way_is_common() {
    let text = ending("").replace(
        "second note on politics says who did what, and why it matters to readers.",
        "second note on politics says who did what, and why it matters to readers",
    );
    assert_eq!(found(&text), NOTHING);
}
