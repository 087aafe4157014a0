//! How things are told: to people, to editors, to programs.

mod account_view;
mod check_report;
mod color_when;
mod console;
mod doctor_view;
mod failure_text;
mod github;
mod human;
mod hyperlink;
mod json;
mod junit;
mod label;
mod line;
mod link_view;
mod pace;
mod place;
mod plan_view;
mod progress;
mod reasons_view;
mod sarif;
mod send_log;
mod sent_view;
mod snippet;
mod statistics;
mod subscriber_view;
mod table;
mod tally;
mod terminal_prompter;
mod time_span;
mod xml;

pub use account_view::{
    counts_json, counts_table, in_doubt_advice, json_document, row_json, row_line, rows_csv, state_named,
};
pub use check_report::{CheckFormat, CheckReport};
pub use color_when::ColorWhen;
pub use console::{Console, Streams, Verbosity};
pub use doctor_view::{doctor_json, doctor_view};
pub use failure_text::failure_text;
pub use github::github;
pub use human::{Look, human};
pub use json::json;
pub use junit::junit;
pub use label::label;
pub use line::line;
pub use link_view::{LinkBar, link_doubts, link_tally};
pub use pace::Pace;
pub use plan_view::plan_view;
pub use progress::{Headway, Progress};
pub use reasons_view::{reason_lines, status_json};
pub use sarif::sarif;
pub use send_log::SendLog;
pub use sent_view::{nothing_to_send, sent_failure, sent_json, sent_view};
pub use statistics::statistics;
pub use subscriber_view::{kept_from_mail, subscriber_json, subscriber_line};
pub use table::Table;
pub use tally::tally;
pub use terminal_prompter::TerminalPrompter;
pub use time_span::time_span;

use hyperlink::{follows_links, linked};
use place::Place;
use snippet::Excerpt;
use statistics::counts;
