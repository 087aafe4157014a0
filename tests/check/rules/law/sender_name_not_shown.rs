//! The rule `sender-name-not-shown`.

use crate::check::{NOTHING, found_there, with_own_templates, with_page};
use crate::support::{TestPublication, good_draft};

#[test]
fn fires_at_a_page_that_does_not_say_whose_it_is() {
    assert_eq!(
        found_there("sender-name-not-shown", &with_page("<p>4 Example Street</p>")),
        [
            "templates/issue.html:1:1 warning sender-name-not-shown: the HTML part does not name `Our Weekly` -- \
          put `{{ publication.title }}` into the template's footer"
        ]
    );
}

#[test]
fn quiet_where_the_name_is_seen() {
    assert_eq!(
        found_there("sender-name-not-shown", &with_page("<p>OUR  WEEKLY</p>")),
        NOTHING
    );
    assert_eq!(
        found_there(
            "sender-name-not-shown",
            &with_own_templates(TestPublication::new().draft(&good_draft()))
        ),
        NOTHING
    );
}
