//! What a run has claimed.

use std::collections::BTreeMap;

use crate::message::Attempt;

/// Rows this run has.
#[derive(Default)]
pub(super) struct Held {
    rows: BTreeMap<i64, Holding>,
    /// Where the next planned row is sought.
    front: Front,
}

/// A row that this run has, as it was claimed.
#[derive(Debug)]
struct Holding {
    /// The number of the try.
    number: u32,
    /// Its lists, as stored: the copy carries the token of the first.
    lists: String,
}

/// A place in the order in which planned rows are claimed. Whatever is planned up to here is out already, as far as this run knows: about as many rows as a claim gives, which would each be
/// read again for the next. Other processes can plan a row that lies before it; it is found once nothing is left behind it.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Front {
    /// How often the last row was tried before.
    pub(super) attempts: u32,
    /// The last row; 0 where none was claimed.
    pub(super) row: i64,
}

impl Held {
    /// Takes a row for an attempt.
    pub(super) fn take(&mut self, attempt: Attempt, lists: String) {
        let number = attempt.number;
        self.rows.insert(attempt.row, Holding { number, lists });
    }

    /// Lets rows go that the run has under just this try.
    pub(super) fn let_go<'a>(&mut self, attempts: impl IntoIterator<Item = &'a Attempt>) {
        for attempt in attempts {
            let held_so = |holding: &Holding| holding.number == attempt.number;
            if self.rows.get(&attempt.row).is_some_and(held_so) {
                self.rows.remove(&attempt.row);
            }
        }
    }

    /// Whether the run has a row.
    pub(super) fn has(&self, row: i64) -> bool {
        self.rows.contains_key(&row)
    }

    /// The lists of a row that the run has for just this attempt, as it was claimed.
    pub(super) fn lists_claimed(&self, attempt: Attempt) -> Option<&str> {
        let holding = self.rows.get(&attempt.row)?;
        (holding.number == attempt.number).then_some(&*holding.lists)
    }

    /// Where the next planned row is sought.
    pub(super) fn front(&self) -> Front {
        self.front
    }

    /// Planned rows were claimed up to this one.
    pub(super) fn pass(&mut self, last: Attempt) {
        self.front = Front {
            attempts: last.number.saturating_sub(1),
            row: last.row,
        };
    }

    /// Some row may be planned again: they are sought from the first one on.
    pub(super) fn look_back(&mut self) {
        self.front = Front::default();
    }
}
