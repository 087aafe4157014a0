//! An `if` that takes no template.

use super::plain_condition::PlainCondition;
use super::step::Step;
use crate::compose::reader::Reader;

/// Steps of which the one half or the other is taken, as a condition says.
#[derive(Debug)]
pub(super) struct Choice {
    /// What decides.
    pub(super) condition: PlainCondition,
    /// Taken where it holds.
    pub(super) holding: Vec<Step>,
    /// Taken where it does not.
    pub(super) otherwise: Vec<Step>,
}

impl Choice {
    /// The steps to take for a reader.
    pub(super) fn made_for(&self, reader: &Reader<'_>) -> &[Step] {
        if self.condition.holds(reader) {
            &self.holding
        } else {
            &self.otherwise
        }
    }
}
