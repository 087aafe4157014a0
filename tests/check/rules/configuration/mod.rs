//! digest.yaml and what it says of the check.

mod homepage_not_https;
mod suppression_unknown_rule;
mod unused_suppression;
