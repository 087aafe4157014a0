//! How things are told: to people, to editors, to programs.

mod human;
mod json;
mod line;
mod snippet;
mod tally;

pub use human::{Look, human};
pub use json::json;
pub use line::line;
pub use tally::tally;

use snippet::Excerpt;
