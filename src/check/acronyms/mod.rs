//! Acronyms, and where they are spelled out.

mod acronym;
mod known;
mod spelled_out;

pub(super) use acronym::acronyms_in;
pub(super) use known::is_known;
pub(super) use spelled_out::is_spelled_out;
