//! The reference: what the ledger should say of each person, by design.md's state machine and nothing else.

use digest_cli::ledger::{Batch, RowState};
use digest_cli::message::{Attempt, Outcome};
use jiff::Timestamp;

use crate::ledger::fixture::MINUTE;

/// What a person's row should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Expected {
    pub(super) state: RowState,
    pub(super) attempts: u32,
    pub(super) due: Option<Timestamp>,
}

impl Expected {
    pub(super) const NEW: Self = Self {
        state: RowState::Planned,
        attempts: 0,
        due: None,
    };

    fn become_state(&mut self, state: RowState, due: Option<Timestamp>) {
        self.state = state;
        self.due = due;
    }

    fn waits(&self) -> bool {
        matches!(self.state, RowState::Planned | RowState::Deferred)
    }

    pub(super) fn can_be_claimed(&self, now: Timestamp) -> bool {
        self.waits() && self.due.is_none_or(|due| due <= now)
    }

    fn end(&mut self, number: u32, outcome: &Outcome, now: Timestamp) {
        let announced = self.state == RowState::Committing && self.attempts == number;
        let claimed = self.waits() && self.attempts + 1 == number;
        match outcome {
            Outcome::Accepted(_) if announced => self.become_state(RowState::Accepted, None),
            Outcome::Refused { reply, .. } if announced || claimed => {
                self.attempts = number;
                if reply.is_permanent() {
                    self.become_state(RowState::Rejected, None);
                } else {
                    let delay = if number == 1 { MINUTE } else { 5 * MINUTE };
                    self.become_state(RowState::Deferred, Some(now + delay));
                }
            }
            Outcome::NotHandedOver if announced => self.become_state(RowState::Planned, None),
            Outcome::NotHandedOver if claimed => {}
            Outcome::InDoubt { .. } if announced => self.become_state(RowState::InDoubt, None),
            other => panic!("{other:?} of try {number} came of {self:?}"),
        }
    }
}

/// A durable commit: outcomes, then intents.
pub(super) fn commit(rows: &mut [Expected], batch: &Batch, now: Timestamp) {
    for (attempt, outcome) in &batch.outcomes {
        rows[person(*attempt)].end(attempt.number, outcome, now);
    }
    for intent in &batch.intents {
        let row = &mut rows[person(*intent)];
        assert!(row.waits() && row.attempts + 1 == intent.number, "{row:?}");
        row.attempts = intent.number;
        row.become_state(RowState::Committing, None);
    }
}

/// The program died: what was announced and has no outcome is in doubt. Returns how many came into doubt.
pub(super) fn crash(rows: &mut [Expected]) -> usize {
    let announced = rows.iter_mut().filter(|row| row.state == RowState::Committing);
    announced
        .map(|row| row.become_state(RowState::InDoubt, None))
        .count()
}

/// Rows have the numbers from 1 in the order of addresses, which is that of people.
pub(super) fn person(attempt: Attempt) -> usize {
    usize::try_from(attempt.row - 1).unwrap()
}
