//! The rule `stray-content`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_at_text_before_the_title() {
    assert_eq!(
        found(&good_draft().replace("# Caspian", "Welcome!\n\n# Caspian")),
        [
            "8:1 error stray-content: this text stands before the title -- move it below the title, or take it out"
        ]
    );
}

#[test]
fn fires_at_a_second_title() {
    assert_eq!(
        found(&good_draft().replace("## Politics", "# One more thing\n\n## Politics")),
        [
            "12:1 error stray-content: this is a second title; an issue has one -- \
          write `##` for a section's heading, `###` for one within the lead"
        ]
    );
}

#[test]
fn fires_at_a_paragraph_between_bullets() {
    assert_eq!(
        found(&good_draft().replace(
            "## Society and Culture\n",
            "## Society and Culture\n\nOur pick of the week.\n"
        )),
        [
            "20:1 error stray-content: this is no bullet, and `Society and Culture` is a section of bullets -- \
          begin it with `- `, move it into the lead, or take it out"
        ]
    );
}

#[test]
fn fires_once_for_a_section_written_as_paragraphs() {
    let draft = good_draft();
    let start = draft.find("## Society").expect("the second section");
    let paragraphs = draft[start..].replace("- ", "\n");
    assert_eq!(
        found(&format!("{}{paragraphs}", &draft[..start])),
        [
            "21:1 error stray-content: the section `Society and Culture` wants bullets, and has 3 paragraphs instead -- \
          begin each item with `- `, or write `kind: prose` at the section in digest.yaml"
        ]
    );
}

#[test]
fn quiet_for_comments_and_in_sections_of_prose() {
    let draft = good_draft()
        .replace("# Caspian", "<!-- a note to oneself -->\n\n# Caspian")
        .replace("## Society", "<!-- and another -->\n\n## Society");
    assert_eq!(
        found(&(draft + "\n## Letters\n\nA reader writes from Aktau about ferries.\n")),
        NOTHING
    );
}
