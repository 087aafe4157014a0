//! The rule `front-matter-bad-date`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_at_a_day_that_does_not_exist() {
    let findings = found(&good_draft().replace("date: 2019-02-05", "date: 2019-02-30"));
    assert_eq!(
        findings,
        [
            "4:7 error front-matter-bad-date: `date`: `2019-02-30` is not a day of the calendar -- \
          write year, month and day, as in `2019-02-05`"
        ]
    );
}

#[test]
fn quiet_for_a_day_that_exists() {
    assert_eq!(
        found(&good_draft().replace("date: 2019-02-05", "date: 2024-02-29")),
        NOTHING
    );
}
