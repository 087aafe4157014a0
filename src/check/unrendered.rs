//! A draft that cannot be rendered.

use crate::foundation::Diagnostic;

use super::Finding;

/// What stands in the way of rendering a draft in which no rule before found an error.
pub(super) struct Unrendered {
    /// It, each with the kind that rendering gives it as its rule.
    pub(super) faults: Vec<Diagnostic>,
}

impl Unrendered {
    /// The faults of some kinds, as findings.
    pub(super) fn of_kind(&self, kinds: &[&str]) -> Vec<Finding> {
        let faults = self.faults.iter();
        let faults = faults.filter(|fault| kinds.contains(&fault.rule));
        faults.cloned().map(Finding::from).collect()
    }
}
