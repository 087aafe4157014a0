//! The way from the draft to what readers see.

pub(in crate::check) mod cannot_be_rendered;
