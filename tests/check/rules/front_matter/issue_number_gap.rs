//! The rule `issue-number-gap`.

use crate::check::{NOTHING, found_in};
use crate::support::{TestPublication, good_draft};

/// A publication of issues with these numbers, all of one day.
fn issues(numbers: &[u32]) -> TestPublication {
    let mut publication = TestPublication::new();
    for number in numbers {
        let text = good_draft()
            .replace("-crossroads", &format!("-{number}"))
            .replace("issue: 197", &format!("issue: {number}"));
        publication = publication.file(&format!("drafts/{number}.md"), text);
    }
    publication
}

#[test]
fn fires_at_the_number_after_the_gap() {
    assert_eq!(
        found_in(&issues(&[101, 102, 103, 104, 105, 106, 107, 108, 109, 112])),
        [
            "drafts/112.md:3:8 info issue-number-gap: no issue has the numbers from 110 to 111 -- after 109 comes 110"
        ]
    );
    assert_eq!(
        found_in(&issues(&[101, 103, 104, 105, 106, 107, 108, 109, 110, 111])),
        ["drafts/103.md:3:8 info issue-number-gap: no issue has the number 102 -- after 101 comes 102"]
    );
}

#[test]
fn quiet_in_small_publications_and_where_numbers_are_not_counted_up() {
    assert_eq!(found_in(&issues(&[101, 102, 104])), NOTHING);
    assert_eq!(
        found_in(&issues(&[101, 102, 103, 104, 105, 106, 107, 108, 109, 110])),
        NOTHING
    );
    assert_eq!(
        found_in(&issues(&[
            1901, 1902, 1903, 1904, 1912, 2001, 2002, 2003, 2101, 2103
        ])),
        NOTHING
    );
}
