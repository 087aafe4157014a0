//! The rule `cannot-be-rendered`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_at_what_no_other_rule_sees() {
    let deep = good_draft().replace(
        "This week we",
        &format!("\n\n{}deep\n\nThis week we", "> ".repeat(70)),
    );
    assert_eq!(
        found(&deep),
        [
            "10:1 error cannot-be-rendered: lists and quotations are nested more than 60 deep (line 3 of this part)"
        ]
    );
}

#[test]
fn quiet_where_another_rule_found_an_error_in_the_draft_already() {
    let findings = found(
        &good_draft()
            .replace("days. This", "days. {{ subscriber.name | uper }} This")
            .replace("# Caspian crossroads", "#"),
    );
    assert_eq!(
        findings,
        ["8:2 error title-missing: the title is empty -- begin the lead article with a line `# Its title`"]
    );
}

#[test]
fn quiet_for_a_good_draft() {
    assert_eq!(found(&good_draft()), NOTHING);
}
