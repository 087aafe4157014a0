//! The words themselves.

mod count_list_mismatch;
mod event_date_past;
mod impossible_date;
mod item_already_run;
mod item_repeated;
mod leftover_placeholder;
mod long_sentence;
mod numbers_disagree;
mod weekday_date_mismatch;
