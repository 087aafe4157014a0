//! Tests of `render`.

mod any_draft;
mod bench;
mod sample;
mod slots;
mod templates;
mod text;
