//! What tests share: publications in temporary folders, the program in process, servers, fixtures.

mod program;
mod publication;

pub(crate) use program::{Program, Ran};
pub(crate) use publication::{HOUSE_STYLE, TestPublication, check_text, good_draft};
