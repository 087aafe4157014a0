//! Tests of `sandbox`.

mod conversation;
mod whole_way;
