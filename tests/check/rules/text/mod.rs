//! The words themselves.

mod event_date_past;
mod impossible_date;
mod leftover_placeholder;
mod long_sentence;
mod weekday_date_mismatch;
