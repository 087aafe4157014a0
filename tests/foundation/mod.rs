//! Tests of `foundation`.
