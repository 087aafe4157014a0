//! The rule `section-length`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_at_a_short_section_of_prose() {
    assert_eq!(
        found(&(good_draft() + "\n## Letters\n\nNo letters today.\n")),
        [
            "24:4 warning section-length: the section `Letters` has 3 words; the house style wants 5 to 40 -- write 2 words more"
        ]
    );
}

#[test]
fn quiet_for_sections_of_bullets() {
    // Each of the two has more words in all than a bullet may have.
    assert_eq!(found(&good_draft()), NOTHING);
}
