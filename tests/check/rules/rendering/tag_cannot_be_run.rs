//! The rule `tag-cannot-be-run`.

use crate::check::of_rule::of_rule;
use crate::check::{NOTHING, found};
use crate::support::{TestPublication, good_draft};

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
}

#[test]
fn quiet_for_braces_in_the_code_of_a_heading_and_for_such_as_are_written_as_entities() {
    let config = "id: weekly.example.org\ntitle: Our Weekly\nfrom: { name: Our Weekly, email: weekly@example.org }\nlists:\n  weekly: { title: W }\n";
    for heading in ["The `{{fn}}` helper", "The &#123;&#123;fn}} helper", "`{{`"] {
        let draft = good_draft().replace("Society and Culture", heading);
        let publication = TestPublication::with_config(config).draft(&draft);
        assert_eq!(of_rule("tag-cannot-be-run", &publication), NOTHING, "{heading}");
        assert_eq!(of_rule("cannot-be-rendered", &publication), NOTHING, "{heading}");
    }
}
