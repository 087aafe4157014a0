//! How things are told: to people, to editors, to programs.

mod account_view;
mod color_when;
mod console;
mod failure_text;
mod human;
mod json;
mod label;
mod line;
mod pace;
mod plan_view;
mod progress;
mod sent_view;
mod snippet;
mod table;
mod tally;
mod terminal_prompter;
mod time_span;

pub use account_view::{
    counts_json, counts_table, in_doubt_advice, json_document, row_json, row_line, rows_csv, state_named,
};
pub use color_when::ColorWhen;
pub use console::{Console, Streams, Verbosity};
pub use failure_text::failure_text;
pub use human::{Look, human};
pub use json::json;
pub use label::label;
pub use line::line;
pub use pace::Pace;
pub use plan_view::plan_view;
pub use progress::{Headway, Progress};
pub use sent_view::{nothing_to_send, sent_failure, sent_json, sent_view};
pub use table::Table;
pub use tally::tally;
pub use terminal_prompter::TerminalPrompter;
pub use time_span::time_span;

use snippet::Excerpt;
