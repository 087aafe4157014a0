//! digest.yaml and what it says of the check.
