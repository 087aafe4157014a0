//! What the ledger should hold.

use std::collections::BTreeMap;

use digest_cli::ledger::{RowState, Standing};
use digest_cli::message::Attempt;
use jiff::Timestamp;

use super::copy::{Copy, Why};
use crate::ledger::fixture::DAY;

pub(super) const PEOPLE: usize = 5;
pub(super) const LISTS: usize = 2;

#[derive(Debug, Default)]
pub(super) struct Model {
    /// For each person and list: what the list says; none where they are not on it.
    pub(super) lists: BTreeMap<(usize, usize), Standing>,
    /// For each person: the lists they unsubscribed from.
    pub(super) unsubscribed: BTreeMap<usize, Vec<usize>>,
    pub(super) copies: BTreeMap<usize, Copy>,
    /// What the run has claimed or announced.
    pub(super) flying: Vec<(usize, Attempt)>,
    /// The lists that a row in flight was claimed with.
    pub(super) claimed_with: BTreeMap<usize, Vec<String>>,
    /// Tries in doubt whose copy the relay has.
    pub(super) unanswered: Vec<(usize, Attempt)>,
    /// The issue was cancelled since the run began.
    pub(super) cancelled: bool,
    pub(super) first_copy: Option<Timestamp>,
    pub(super) editions: u32,
    /// How many copies may at most have come into doubt.
    pub(super) doubts: usize,
}

impl Model {
    pub(super) fn wish(&self, person: usize) -> Option<Vec<String>> {
        let mut here = false;
        let mut wanted = Vec::new();
        for list in 0..LISTS {
            let Some(standing) = self.lists.get(&(person, list)) else {
                continue;
            };
            here = true;
            let blocked = self
                .unsubscribed
                .get(&person)
                .is_some_and(|lists| lists.contains(&list));
            if *standing == Standing::Wanted && !blocked {
                wanted.push(list_name(list));
            }
        }
        here.then_some(wanted)
    }

    pub(super) fn seal(&mut self, changed: bool, now: Timestamp) {
        let refresh = changed && self.editions > 0;
        if self.editions == 0 || changed {
            self.editions += 1;
        }
        let late = self.first_copy.is_some_and(|first| first + 14 * DAY < now);
        for person in 0..PEOPLE {
            let wish = self.wish(person);
            match (self.copies.get_mut(&person), wish) {
                (None, None) => {}
                (None, Some(lists)) => {
                    let sent = !lists.is_empty() && !late;
                    let copy = Copy {
                        state: if sent {
                            RowState::Planned
                        } else {
                            RowState::Suppressed
                        },
                        why: (!sent).then_some(Why::Unwanted),
                        attempts: 0,
                        due: None,
                        deferred_since: None,
                        edition: self.editions,
                        lists,
                        delivered: 0,
                        cancelled: false,
                    };
                    self.copies.insert(person, copy);
                }
                (Some(copy), wish) => {
                    let here = wish.is_some();
                    let lists = wish.unwrap_or_default();
                    match copy.state {
                        RowState::Planned | RowState::Deferred if lists.is_empty() => {
                            copy.suppress(Why::Unwanted);
                        }
                        RowState::Planned | RowState::Deferred => {
                            copy.lists = lists;
                            if refresh {
                                copy.edition = self.editions;
                            }
                        }
                        RowState::Suppressed if here && copy.why != Some(Why::Cancelled) => {
                            if lists.is_empty() || (late && copy.why != Some(Why::CannotBeMade)) {
                                copy.suppress(Why::Unwanted);
                            } else {
                                copy.state = RowState::Planned;
                                copy.why = None;
                                copy.lists = lists;
                                copy.edition = self.editions;
                                copy.deferred_since = None;
                            }
                        }
                        _ => {}
                    }
                }
            }
        }
    }

    pub(super) fn eligible(&self, person: usize, now: Timestamp) -> bool {
        let flying = self.flying.iter().any(|(other, _)| *other == person);
        let copy = &self.copies[&person];
        let ready = match copy.state {
            RowState::Planned => true,
            RowState::Deferred => copy.due.is_some_and(|due| due <= now),
            _ => false,
        };
        ready && !flying
    }

    /// A person plans a copy again.
    pub(super) fn plan_again(&mut self, person: usize) {
        let editions = self.editions;
        if let Some(copy) = self.copies.get_mut(&person) {
            copy.state = RowState::Planned;
            copy.edition = editions;
            copy.deferred_since = None;
        }
        self.meet(person);
    }

    /// A copy that was under way waits again, unless the issue was cancelled meanwhile.
    pub(super) fn come_back(&mut self, person: usize) {
        if let Some(copy) = self.copies.get_mut(&person).filter(|copy| copy.cancelled) {
            copy.suppress(Why::Cancelled);
        }
        self.meet(person);
    }

    /// A row that waits again meets what its person has unsubscribed from meanwhile.
    pub(super) fn meet(&mut self, person: usize) {
        let lists = self.unsubscribed.get(&person).cloned().unwrap_or_default();
        if let Some(copy) = self.copies.get_mut(&person).filter(|copy| copy.waits()) {
            for list in lists {
                copy.leave(&list_name(list));
            }
        }
    }

    pub(super) fn accept(&mut self, person: usize, now: Timestamp) {
        self.first_copy.get_or_insert(now);
        if let Some(copy) = self.copies.get_mut(&person) {
            copy.state = RowState::Accepted;
            copy.due = None;
        }
    }
}

pub(super) fn name(person: usize) -> String {
    format!("p{person}@example.org")
}

pub(super) fn person(address: &str) -> usize {
    address[1..2].parse().unwrap()
}

pub(super) fn list_name(list: usize) -> String {
    format!("list{list}")
}

pub(super) fn pick<T>(from: &[T], which: usize) -> Option<&T> {
    from.get(which.checked_rem(from.len())?)
}
