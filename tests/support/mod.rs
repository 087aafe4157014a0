//! What tests share: publications in temporary folders, servers, fixtures.

mod publication;

pub(crate) use publication::{HOUSE_STYLE, TestPublication, check_text, good_draft};
