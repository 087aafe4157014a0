//! The words themselves.

pub(in crate::check) mod acronym_unexplained;
pub(in crate::check) mod count_list_mismatch;
pub(in crate::check) mod event_date_past;
pub(in crate::check) mod impossible_date;
pub(in crate::check) mod inconsistent_term;
pub(in crate::check) mod item_already_run;
pub(in crate::check) mod item_repeated;
pub(in crate::check) mod leftover_placeholder;
pub(in crate::check) mod long_sentence;
pub(in crate::check) mod name_spelling_varies;
pub(in crate::check) mod numbers_disagree;
pub(in crate::check) mod weekday_date_mismatch;
