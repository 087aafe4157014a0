//! The rule `suppression-unknown-rule`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

fn with_comment(comment: &str) -> Vec<String> {
    found(&good_draft().replacen("# Caspian", &format!("{comment}\n\n# Caspian"), 1))
}

#[test]
fn fires_at_the_name() {
    assert_eq!(
        with_comment("<!-- digest-ignore-file: bulet-length -->"),
        [
            "8:26 warning suppression-unknown-rule: `bulet-length` is the name of no rule -- did you mean `bullet-length`?"
        ]
    );
}

#[test]
fn fires_at_a_comment_without_names() {
    assert_eq!(
        with_comment("<!-- digest-ignore: -->"),
        [
            "8:1 warning suppression-unknown-rule: this comment names no rule -- write the rules after the colon, parted by commas"
        ]
    );
}

#[test]
fn quiet_for_other_comments() {
    assert_eq!(with_comment("<!-- digest of the week: bulet-length -->"), NOTHING);
}
