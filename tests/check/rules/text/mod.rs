//! The words themselves.

mod leftover_placeholder;
mod long_sentence;
