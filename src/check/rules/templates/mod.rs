//! The publication's own templates.
