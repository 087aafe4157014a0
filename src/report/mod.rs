//! How things are told: to people, to editors, to programs.

mod color_when;
mod console;
mod failure_text;
mod human;
mod json;
mod label;
mod line;
mod pace;
mod progress;
mod snippet;
mod table;
mod tally;
mod terminal_prompter;
mod time_span;

pub use color_when::ColorWhen;
pub use console::{Console, Streams, Verbosity};
pub use failure_text::failure_text;
pub use human::{Look, human};
pub use json::json;
pub use label::label;
pub use line::line;
pub use pace::Pace;
pub use progress::{Progress, Tally};
pub use table::Table;
pub use tally::tally;
pub use terminal_prompter::TerminalPrompter;
pub use time_span::time_span;

use snippet::Excerpt;
