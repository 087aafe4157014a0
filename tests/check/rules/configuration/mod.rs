//! digest.yaml and what it says of the check.

mod homepage_not_https;
mod state_tracked_by_git;
mod suppression_unknown_rule;
mod terms_contradict;
mod unused_suppression;
