//! What mail programs show.

pub(in crate::check) mod color_scheme_missing;
