//! The way from the draft to what readers see.

pub(in crate::check) mod cannot_be_rendered;
pub(in crate::check) mod html_in_draft;
pub(in crate::check) mod link_target_unsafe;
pub(in crate::check) mod slot_misplaced;
pub(in crate::check) mod tag_cannot_be_run;
