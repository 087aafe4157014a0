//! digest.yaml and what it says of the check.

mod suppression_unknown_rule;
mod unused_suppression;
