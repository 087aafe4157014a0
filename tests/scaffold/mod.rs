//! Tests of `scaffold`.
