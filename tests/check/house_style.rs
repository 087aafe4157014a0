//! A whole draft against the house style.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn a_good_draft_has_no_findings() {
    assert_eq!(found(&good_draft()), NOTHING);
}

#[test]
fn a_bullet_less_one_cut_short_and_a_misspelt_heading_are_three_findings() {
    let draft = good_draft()
        .replace(
            "- The second note on politics says who did what, and why it matters to readers.\n",
            "",
        )
        .replace(
            "- The third note on society says who did what, and why it matters to readers.\n",
            "- Three words here.\n",
        )
        .replace("## Society and Culture", "## Society and Cultre");
    assert_eq!(
        found(&draft),
        [
            "12:4 error bullet-count: the section `Politics and Security` has 2 bullets; the house style wants 3 -- write 1 bullet more",
            "17:4 error section-unknown: `Society and Cultre` is no section of the house style -- did you mean `Society and Culture`?",
            "21:3 warning bullet-length: this bullet has 3 words; the house style wants 8 to 20 -- write 5 words more",
        ]
    );
}
