//! When a group of intents is large enough.

use std::collections::HashSet;

/// Whose intent is durable and whose outcome was not told yet: those connections will be back with both an outcome and an intent.
///
/// A commit costs the same for one intent as for many. So a group waits until as many wait in it as are out with the leave of an earlier one: the connections take turns, one half
/// sends while the other half's intents become durable together. Where one connection is alone, it waits for nobody.
#[derive(Debug, Default)]
pub(super) struct Turns(HashSet<i64>);

impl Turns {
    /// A row's intent is durable, and its connection knows.
    pub(super) fn begin(&mut self, row: i64) {
        self.0.insert(row);
    }

    /// A row's outcome was told.
    pub(super) fn end(&mut self, row: i64) {
        self.0.remove(&row);
    }

    /// How many orders are worth waiting for before a group is committed in which so many intents wait.
    pub(super) fn missing(&self, intents: usize) -> usize {
        match intents {
            0 => self.0.len().max(1),
            waiting => self.0.len().saturating_sub(waiting),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn out(rows: i64) -> Turns {
        let mut turns = Turns::default();
        (0..rows).for_each(|row| turns.begin(row));
        turns
    }

    #[test]
    fn an_intent_waits_for_nobody_where_one_connection_is_alone() {
        assert_eq!(out(0).missing(1), 0);
        assert_eq!(
            out(1).missing(1),
            0,
            "one copy is being sent, the next one's intent is asked ahead"
        );
    }

    #[test]
    fn a_group_is_whole_when_as_many_wait_as_are_out() {
        let mut turns = out(64);
        assert_eq!(turns.missing(1), 63);
        (0..32).for_each(|row| turns.end(row));
        assert_eq!(turns.missing(31), 1);
        assert_eq!(turns.missing(32), 0);
    }

    #[test]
    fn outcomes_alone_wait_for_an_intent_at_least() {
        assert_eq!(out(0).missing(0), 1);
        assert_eq!(out(5).missing(0), 5);
    }
}
