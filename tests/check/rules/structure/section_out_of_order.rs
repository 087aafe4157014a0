//! The rule `section-out-of-order`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// The parts of the good draft: head and lead, and its two sections.
fn parts() -> [String; 3] {
    let draft = good_draft();
    let politics = draft.find("## Politics").expect("the first section");
    let society = draft.find("## Society").expect("the second section");
    [&draft[..politics], &draft[politics..society], &draft[society..]]
        .map(|part| format!("{}\n\n", part.trim_end()))
}

#[test]
fn fires_once_for_two_sections_that_changed_places() {
    let [head, politics, society] = parts();
    assert_eq!(
        found(&[head, society, politics].concat()),
        [
            "18:4 error section-out-of-order: the section `Politics and Security` is not in its place -- \
          move it to before the section `Society and Culture`"
        ]
    );
}

#[test]
fn fires_at_the_one_section_that_has_to_move() {
    let [head, politics, society] = parts();
    let letters = "## Letters\n\nA reader writes from Aktau about ferries.\n\n".to_owned();
    assert_eq!(
        found(&[head, letters, politics, society].concat()),
        [
            "12:4 error section-out-of-order: the section `Letters` is not in its place -- \
          move it to after the section `Society and Culture`"
        ]
    );
}

#[test]
fn quiet_where_an_optional_section_is_left_out() {
    assert_eq!(found(&good_draft()), NOTHING);
}
