//! The rule `lead-missing`.

use crate::check::{NOTHING, found, found_in};
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication, good_draft};

/// The draft without its lead.
fn without_lead() -> String {
    let draft = good_draft();
    let start = draft.find("Dear ").expect("the lead begins so");
    let end = draft.find("## Politics").expect("the first section follows");
    format!("{}{}", &draft[..start], &draft[end..])
}

#[test]
fn fires_at_the_title_and_says_how_long_a_lead_is() {
    assert_eq!(
        found(&without_lead()),
        [
            "8:3 error lead-missing: there is no lead article below the title -- write the lead article, 20 to 60 words, below the title"
        ]
    );
}

#[test]
fn quiet_where_the_house_style_allows_no_words() {
    let publication =
        TestPublication::with_config(&format!("{}{FOOTER}", HOUSE_STYLE.replace("20..60", "..60")))
            .draft(&without_lead());
    assert_eq!(found_in(&publication), NOTHING);
}
