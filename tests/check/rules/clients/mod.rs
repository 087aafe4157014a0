//! What mail programs show.

mod client_support;
