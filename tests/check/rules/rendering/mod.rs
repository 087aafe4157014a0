//! The way from the draft to what readers see.

mod cannot_be_rendered;
mod html_in_draft;
mod link_target_unsafe;
mod slot_misplaced;
mod tag_cannot_be_run;
