//! The publication's own templates.

pub(in crate::check) mod template_broken;
pub(in crate::check) mod template_unused;
