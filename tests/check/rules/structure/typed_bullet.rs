//! The rule `typed-bullet`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_once_for_a_section_and_says_what_to_write() {
    let draft = good_draft();
    let start = draft.find("## Society").expect("the second section");
    let typed = draft[start..].replace("- ", "• ");
    assert_eq!(
        found(&format!("{}{typed}", &draft[..start])),
        [
            "20:1 error typed-bullet: 3 lines of this section begin with a typed `•`, which makes no list -- \
          begin each item with `- ` in place of the `•`"
        ]
    );
}

#[test]
fn fires_at_a_typed_bullet_right_below_a_true_one() {
    assert_eq!(
        found(&good_draft().replace("- The third note on society", "• The third")),
        [
            "22:1 error typed-bullet: this line begins with a typed `•`, which makes no list -- begin each item with `- ` in place of the `•`"
        ]
    );
}

#[test]
fn quiet_for_the_sign_within_a_line() {
    assert_eq!(
        found(&good_draft().replace("note on society", "note • society")),
        NOTHING
    );
}
