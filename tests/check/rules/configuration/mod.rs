//! digest.yaml and what it says of the check.

mod homepage_not_https;
