//! The rule `bullet-count`.

use crate::check::{NOTHING, found, found_in};
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication, good_draft};

#[test]
fn fires_at_the_heading_and_says_how_many_are_missing() {
    let draft = good_draft().replacen(
        "- The second note on politics says who did what, and why it matters to readers.\n",
        "",
        1,
    );
    assert_eq!(
        found(&draft),
        [
            "12:4 error bullet-count: the section `Politics and Security` has 2 bullets; the house style wants 3 -- write 1 bullet more"
        ]
    );
}

#[test]
fn fires_at_a_bullet_too_many() {
    let draft = good_draft()
        + "- A fourth note that has as many words as it needs.\n- And a fifth one that has as many words too.\n";
    assert_eq!(
        found(&draft),
        [
            "18:4 error bullet-count: the section `Society and Culture` has 5 bullets; the house style wants 3 -- take 2 bullets out"
        ]
    );
}

#[test]
fn quiet_for_bullets_in_two_lists_parted_by_a_comment() {
    let draft = good_draft().replace("- The second", "\n<!-- half -->\n\n- The second");
    assert_eq!(found(&draft), NOTHING);
}

#[test]
fn quiet_where_the_house_style_gives_room() {
    let publication = TestPublication::with_config(&format!(
        "{}{FOOTER}",
        HOUSE_STYLE.replace("bullets: 3", "bullets: 2..9")
    ))
    .draft(&(good_draft() + "- A fourth note that has as many words as it needs.\n"));
    assert_eq!(found_in(&publication), NOTHING);
}
