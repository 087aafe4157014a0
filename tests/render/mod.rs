//! Tests of `render`.

mod bench;
mod slots;
