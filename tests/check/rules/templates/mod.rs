//! The publication's own templates.

mod template_broken;
