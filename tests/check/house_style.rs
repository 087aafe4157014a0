//! A whole draft against the house style.

use crate::support::{TestPublication, good_draft};

#[test]
fn a_good_draft_has_no_findings() {
    assert_eq!(TestPublication::new().draft(&good_draft()).lines(), [""; 0]);
}
