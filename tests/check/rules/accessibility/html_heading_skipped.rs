//! The rule `html-heading-skipped`.

use crate::check::of_rule::of_page;
use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_at_a_heading_of_the_template() {
    assert_eq!(
        of_page(
            "html-heading-skipped",
            "<h1>{{ title }}</h1>\n<h3>In this issue</h3>{{ lead }}"
        ),
        [
            "templates/issue.html:2:1 warning html-heading-skipped: the template's heading `In this issue` jumps from `<h1>` to `<h3>` -- make it `<h2>`"
        ]
    );
}

#[test]
fn quiet_for_steps_and_for_what_the_draft_writes() {
    assert_eq!(
        of_page(
            "html-heading-skipped",
            "<h1>{{ title }}</h1><h2>In this issue</h2>{{ lead }}"
        ),
        NOTHING
    );
    let text = good_draft().replace(
        "This week we",
        "\n\n### Why **now**, {{ subscriber.name }}\n\nThis week we",
    );
    assert_eq!(found(&text), NOTHING);
}
