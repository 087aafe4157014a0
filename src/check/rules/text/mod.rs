//! The words themselves.

pub(in crate::check) mod leftover_placeholder;
pub(in crate::check) mod long_sentence;
