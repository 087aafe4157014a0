//! What mail programs show.

mod color_scheme_missing;
