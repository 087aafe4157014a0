//! No more findings than a person can read.

use std::collections::BTreeMap;

use super::Finding;

/// So many findings of one rule are shown for one file. A list with its columns in the wrong order has as many faults as rows.
pub(super) const MOST: usize = 100;

/// The first findings of each file, and one that says so where there are more.
pub(super) fn bounded(found: Vec<Finding>) -> Vec<Finding> {
    let mut counts = BTreeMap::new();
    let mut kept = Vec::new();
    for finding in found {
        let count = counts.entry(finding.path().to_owned()).or_insert(0);
        *count += 1;
        if *count <= MOST {
            kept.push(finding);
        } else if *count == MOST + 1 {
            kept.push(finding.saying_there_are_more());
        }
    }
    kept
}
