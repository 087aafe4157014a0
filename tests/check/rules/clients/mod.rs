//! What mail programs show.

mod client_support;
mod color_scheme_missing;
