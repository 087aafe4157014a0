//! Dates in running text.

mod finder;
mod names;
mod numeric;
mod surroundings;
mod written_date;

pub(super) use finder::dates_in;
pub(super) use written_date::WrittenDate;

use names::Names;
use numeric::{dotted_or_slashed, year_first};
use surroundings::{digits_at, weekday_of, word_after, word_before, year_after};
