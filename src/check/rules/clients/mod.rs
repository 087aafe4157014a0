//! What mail programs show.

pub(in crate::check) mod client_support;
