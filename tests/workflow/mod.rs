//! Tests of `workflow`.
