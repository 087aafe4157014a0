//! Copies with which connections are lost again and again.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::message::{Attempt, Outcome, Reply};

use super::lost::Lost;
use super::turn::{After, Turn};

/// So many connections lost with one copy are no accident.
const TOO_OFTEN: u32 = 3;
/// So many copies of that kind, with none accepted between, and it is not the copies: the relay is not what it was.
const SUSPECTS: usize = 10;

/// Tells a relay that cannot bear one copy, as one whose filter dies of it, from one that is going down.
#[derive(Debug, Default)]
pub(super) struct Losses(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    /// How many connections were lost with which row.
    times: HashMap<i64, u32>,
    /// The rows that were found guilty since a copy was accepted.
    suspects: HashSet<i64>,
}

impl Losses {
    /// Whose doing a lost connection is, where the relay takes other copies. One that each connection ends with is put off, in our own name: else the others would wait for it, and
    /// the run end as if the relay were gone.
    pub(super) fn judge(&self, attempt: Attempt, turn: Turn) -> Turn {
        match turn.after {
            After::Lost(lost) if is_open(&turn.outcome, &lost) && self.lost(attempt.row) => {
                let reply = Reply::new(
                    451,
                    format!(
                        "4.4.2 not taken from us: {}, each time that it was tried",
                        lost.reason
                    ),
                );
                let phase = lost.phase;
                Turn::new(Outcome::Refused { phase, reply }, After::PutOff(lost))
            }
            after => Turn { after, ..turn },
        }
    }

    /// A connection was lost with a row's copy before its final dot. Whether that is the copy's doing.
    fn lost(&self, row: i64) -> bool {
        let mut state = self.state();
        let times = state.times.entry(row).or_default();
        *times += 1;
        if *times < TOO_OFTEN {
            return false;
        }
        if state.suspects.len() < SUSPECTS {
            state.suspects.insert(row);
        }
        state.suspects.contains(&row)
    }

    /// A copy was accepted: the relay takes others.
    pub(super) fn accepted(&self) {
        self.state().suspects.clear();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether a connection that was lost with a copy may have been lost through it: its transaction was begun, and the relay said nothing of its own.
fn is_open(outcome: &Outcome, lost: &Lost) -> bool {
    lost.phase.is_in_transaction() && lost.refusal.is_none() && *outcome == Outcome::NotHandedOver
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_third_loss_with_a_copy_is_the_copys_and_each_one_after_it() {
        let losses = Losses::default();
        let told: Vec<bool> = (0..5).map(|_| losses.lost(7)).collect();
        assert_eq!(told, [false, false, true, true, true]);
        assert!(!losses.lost(8), "another's are its own");
    }

    #[test]
    fn ten_copies_alike_are_the_relays_fault_until_one_is_accepted() {
        let losses = Losses::default();
        let guilty = |row| (0..3).any(|_| losses.lost(row));
        assert!((1..=10).all(guilty));
        assert!(!guilty(11));
        losses.accepted();
        assert!(guilty(11));
    }
}
