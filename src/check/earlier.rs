//! Which of two issues came first.

use crate::issue::Draft;

/// Whether `other` is of an earlier day than `draft`; where neither has a date, whether it has a lower number. Of issues of one day neither
/// came first: they are two lists' issues, or one is a copy that is still to become something else.
pub(super) fn ran_before(other: &Draft, draft: &Draft) -> bool {
    let dates = (&other.front.date, &draft.front.date);
    match dates {
        (Some(earlier), Some(date)) => earlier.value < date.value,
        (None, None) => match (&other.front.issue, &draft.front.issue) {
            (Some(earlier), Some(issue)) => earlier.value < issue.value,
            _ => false,
        },
        _ => false,
    }
}
