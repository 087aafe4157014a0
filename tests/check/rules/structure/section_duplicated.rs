//! The rule `section-duplicated`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_at_the_second_and_names_the_first() {
    let draft = good_draft();
    let start = draft.find("## Society").expect("the second section");
    assert_eq!(
        found(&format!("{draft}\n{}", &draft[start..])),
        [
            "24:4 error section-duplicated: the section `Society and Culture` stands here again; the first is on line 18 -- \
          move what belongs to it up to line 18, and take this heading out"
        ]
    );
}

#[test]
fn quiet_where_each_stands_once() {
    assert_eq!(found(&good_draft()), NOTHING);
}
