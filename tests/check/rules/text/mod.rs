//! The words themselves.

mod acronym_unexplained;
mod count_list_mismatch;
mod event_date_past;
mod impossible_date;
mod inconsistent_term;
mod item_already_run;
mod item_repeated;
mod leftover_placeholder;
mod long_sentence;
mod name_spelling_varies;
mod numbers_disagree;
mod weekday_date_mismatch;
