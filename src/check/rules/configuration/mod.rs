//! digest.yaml and what it says of the check.

pub(in crate::check) mod homepage_not_https;
