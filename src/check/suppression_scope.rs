//! What a rule sees that looks at what a draft asks not to be told.

use super::{Rule, Suppression};

/// The suppressions of one draft, after every other rule has spoken.
pub(super) struct SuppressionScope<'a> {
    /// They.
    pub(super) suppressions: &'a [Suppression],
    /// The rules that were asked.
    pub(super) asked: &'a [&'static Rule],
    /// Whether the draft was rendered, so that the rules which need that have looked.
    pub(super) rendered: bool,
}

impl SuppressionScope<'_> {
    /// Whether a rule has looked at the draft, so that what it did not find is not there. Of rules that follow links that is never certain: what
    /// servers say comes and goes.
    pub(super) fn has_run(&self, name: &str) -> bool {
        let rule = self.asked.iter().find(|rule| rule.name == name);
        rule.is_some_and(|rule| !rule.follows_links() && (self.rendered || !rule.renders()))
    }
}
