//! The publication's own templates.

mod template_broken;
mod template_unused;
