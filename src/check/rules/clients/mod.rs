//! What mail programs show.
