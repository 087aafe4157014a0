//! The way from the draft to what readers see.

mod cannot_be_rendered;
