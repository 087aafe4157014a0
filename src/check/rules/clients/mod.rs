//! What mail programs show.

pub(in crate::check) mod client_support;
pub(in crate::check) mod color_scheme_missing;
