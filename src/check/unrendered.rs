//! A draft that cannot be rendered.

use crate::foundation::Diagnostic;

use super::{DraftScope, Finding};

/// What stands in the way of rendering a draft in which no rule before found an error.
pub(super) struct Unrendered<'a> {
    /// The draft, and what its publication says.
    pub(super) written: &'a DraftScope<'a>,
    /// What stands in the way, each with the kind that rendering gives it as its rule.
    pub(super) faults: Vec<Diagnostic>,
}

impl Unrendered<'_> {
    /// The faults of a kind that stand in the draft, as findings.
    pub(super) fn in_draft(&self, kind: &str) -> Vec<Finding> {
        self.findings(|fault| fault.rule == kind && self.is_in_draft(fault))
    }

    /// The faults that stand in a template, as findings.
    pub(super) fn in_templates(&self) -> Vec<Finding> {
        self.findings(|fault| fault.rule != "copy" && !self.is_in_draft(fault))
    }

    /// The copies that cannot be filled, wherever the slot stands, as findings.
    pub(super) fn of_copies(&self) -> Vec<Finding> {
        self.findings(|fault| fault.rule == "copy")
    }

    /// The faults of the draft but those of some kinds, as findings.
    pub(super) fn in_draft_but(&self, kinds: &[&str]) -> Vec<Finding> {
        self.findings(|fault| fault.rule != "copy" && !kinds.contains(&fault.rule) && self.is_in_draft(fault))
    }

    fn is_in_draft(&self, fault: &Diagnostic) -> bool {
        fault.location.source.path() == self.written.draft.source.path()
    }

    fn findings(&self, wanted: impl Fn(&&Diagnostic) -> bool) -> Vec<Finding> {
        let faults = self.faults.iter().filter(wanted);
        faults.cloned().map(Finding::from).collect()
    }
}
