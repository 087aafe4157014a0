//! The rule `tag-cannot-be-run`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// A good draft with something more in a paragraph of its lead, on line 10.
fn lead(text: &str) -> String {
    good_draft().replacen("days. This", &format!("days. {text} This"), 1)
}

#[test]
fn fires_at_a_filter_that_there_is_not() {
    assert_eq!(
        found(&lead("{{ subscriber.name | uper }}")),
        ["10:130 error tag-cannot-be-run: there is no filter `uper` -- did you mean `upper`?"]
    );
}

#[test]
fn fires_at_a_value_that_there_is_not() {
    assert_eq!(
        found(&lead("{{ isue.title }}")),
        [
            "10:1 error tag-cannot-be-run: undefined value: `isue` is undefined -- \
          drafts see `issue`, `publication`, `subscriber` and `links`"
        ]
    );
}

#[test]
fn quiet_for_tags_that_run_and_tags_in_code() {
    assert_eq!(found(&lead("{{ subscriber.name | upper }} `{{ fn }}`")), NOTHING);
    let text = good_draft().replace("## Society and Culture", "## Society `and` Culture");
    assert_eq!(found(&text), NOTHING);
}
