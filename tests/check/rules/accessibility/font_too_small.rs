//! The rule `font-too-small`.

use crate::check::of_rule::of_page;
use crate::check::{NOTHING, found_there, with_every_block};

#[test]
fn fires_once_for_each_height() {
    let page = "<style>\n.small { font-size: 11px; }\n</style><p class=\"small\">{{ lead }}</p><p class=\"small\">Again</p>\n\
                <p style=\"font-size:6pt\">Far too small</p><div style=\"font-size:50%\"><b>Half</b></div>";
    assert_eq!(
        of_page("font-too-small", page),
        [
            "templates/issue.html:2:10 warning font-too-small: `Again` is set in letters of 11 pixels -- \
          make them 14 pixels high at least",
            "templates/issue.html:4:11 error font-too-small: `Far too small` is set in letters of 8 pixels -- make them 14 pixels high at least",
            "templates/issue.html:4:55 error font-too-small: `Half` is set in letters of 8 pixels -- make them 14 pixels high at least",
        ]
    );
}

#[test]
fn quiet_for_large_letters_for_what_is_hidden_and_for_gaps() {
    let page = "<p style=\"font: 14px/20px Arial\">{{ lead }}</p><div style=\"font-size:0\"><p style=\"font-size:16px\">Text</p></div>\
                <div style=\"display:none;font-size:8px\">Hidden</div><p style=\"font-size:10.5pt\">Points</p>";
    assert_eq!(of_page("font-too-small", page), NOTHING);
}

#[test]
fn quiet_for_all_that_markdown_makes_of_the_built_in_template() {
    assert_eq!(found_there("font-too-small", &with_every_block()), NOTHING);
}
