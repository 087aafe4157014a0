//! digest.yaml and what it says of the check.

pub(in crate::check) mod homepage_not_https;
pub(in crate::check) mod state_tracked_by_git;
pub(in crate::check) mod suppression_unknown_rule;
pub(in crate::check) mod terms_contradict;
pub(in crate::check) mod unused_suppression;
