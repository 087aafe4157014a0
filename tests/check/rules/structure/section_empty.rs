//! The rule `section-empty`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_at_a_heading_with_nothing_below() {
    let draft = good_draft();
    let end = draft
        .find("## Society and Culture\n")
        .expect("the second section")
        + "## Society and Culture\n".len();
    assert_eq!(
        found(&draft[..end]),
        [
            "18:4 error section-empty: the section `Society and Culture` is empty -- \
          write its bullets (3), each on a line that begins with `- `"
        ]
    );
    assert_eq!(found(&format!("{}\n<!-- to come -->\n", &draft[..end])).len(), 1);
}

#[test]
fn fires_at_an_optional_section_and_says_that_it_is_optional() {
    assert_eq!(
        found(&(good_draft() + "\n## Letters\n")),
        ["24:4 error section-empty: the section `Letters` is empty -- \
          write its text below the heading, or take the heading out: the section is optional"]
    );
}

#[test]
fn quiet_where_something_stands_below() {
    assert_eq!(
        found(&(good_draft() + "\n## Letters\n\nA reader writes from Aktau about ferries.\n")),
        NOTHING
    );
}
