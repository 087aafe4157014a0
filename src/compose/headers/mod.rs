//! Header fields that nothing can break out of.
//!
//! `Field` alone writes them: it takes words that hold no white space, and text that it encodes where it is not plain, so that no
//! value of a subscriber and nothing in digest.yaml reaches a header as it is.

mod field;
mod header_text;
mod letterhead;
mod list_headers;

pub(super) use letterhead::{Letterhead, Particulars, subject_field};
