//! The rule `title-missing`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_where_the_lead_has_no_heading() {
    let draft = good_draft().replace("# Caspian crossroads\n", "");
    assert_eq!(
        found(&draft),
        [
            "9:1 error title-missing: the draft has no title -- begin the lead article with a line `# Its title`"
        ]
    );
}

#[test]
fn fires_at_an_empty_heading() {
    let draft = good_draft().replace("# Caspian crossroads", "#");
    assert_eq!(
        found(&draft),
        ["8:2 error title-missing: the title is empty -- begin the lead article with a line `# Its title`"]
    );
}

#[test]
fn quiet_with_a_title() {
    assert_eq!(found(&good_draft()), NOTHING);
}
