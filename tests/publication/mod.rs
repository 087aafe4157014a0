//! Tests of `publication`.
