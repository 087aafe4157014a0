//! The ledger and the model, side by side: what a send does.

use digest_cli::ledger::{Engine, Recipient, RowState, Standing};
use digest_cli::message::{Attempt, Outcome};
use jiff::Timestamp;

use super::copy::Why;
use super::model::{LISTS, Model, PEOPLE, list_name, name, person, pick};
use super::step::{End, Step};
use crate::ledger::fixture::{
    Desk, MINUTE, accepted, assert_adds_up, edition, issue, lost, packed, refused, turned_away, wanted,
};

/// The ledger and the model, side by side.
pub(super) struct Both {
    pub(super) desk: Option<Desk>,
    pub(super) model: Model,
}

impl Both {
    pub(super) fn desk(&mut self) -> &mut Desk {
        self.desk.as_mut().unwrap()
    }

    pub(super) fn now(&self) -> Timestamp {
        self.desk.as_ref().unwrap().now
    }

    pub(super) fn step(&mut self, step: &Step) {
        match step {
            Step::Edit {
                person,
                list,
                standing,
            } => {
                let place = (*person, *list);
                match standing {
                    0 => drop(self.model.lists.remove(&place)),
                    1 => drop(
                        self.model
                            .lists
                            .insert(place, Standing::Suppressed("pending".to_owned())),
                    ),
                    _ => drop(self.model.lists.insert(place, Standing::Wanted)),
                }
            }
            Step::Send { changed } => self.send(*changed),
            Step::Claim { most } => self.claim(*most),
            Step::Intend { which } => self.intend(which),
            Step::End { which, end } => self.end(*which, *end),
            Step::LateAnswer { which } => self.late_answer(*which),
            Step::Stale { person } => self.stale(*person),
            Step::Release { which } => self.release(*which),
            Step::CannotBeMade { which } => self.cannot_be_made(*which),
            Step::Retract { person } => self.retract(*person),
            Step::Crash { taken } => self.crash(*taken),
            Step::Resolve => self.resolve(),
            Step::Retry => self.retry(),
            Step::Unsubscribe { person, list } => self.unsubscribe(*person, *list),
            Step::Resubscribe { person } => self.resubscribe(*person),
            Step::Cancel => self.cancel(),
            Step::MakeDue => self.make_due(),
            Step::Expire => self.expire(),
            Step::Wait { minutes } => {
                let desk = self.desk();
                desk.now += std::time::Duration::from_mins(*minutes);
            }
        }
    }

    pub(super) fn send(&mut self, changed: bool) {
        let flying = std::mem::take(&mut self.model.flying);
        self.end_run(&flying);
        self.model.cancelled = false;
        let mut rows = Vec::new();
        for list in 0..LISTS {
            for person in 0..PEOPLE {
                if let Some(standing) = self.model.lists.get(&(person, list)) {
                    rows.push(Recipient {
                        standing: standing.clone(),
                        ..wanted(&list_name(list), &name(person))
                    });
                }
            }
        }
        let source = format!("{:?}", self.model.lists);
        self.model.seal(changed, self.desk.as_ref().unwrap().now);
        let editions = self.model.editions;
        let desk = self.desk();
        desk.again();
        let recalled = desk
            .engine
            .recall(desk.run, &source)
            .unwrap()
            .filter(|_| !changed);
        let before = desk.rows();
        for chunk in rows.chunks(3) {
            desk.engine.plan(desk.run, &packed(chunk)).unwrap();
        }
        let policy = desk.policy();
        let new = (changed || editions == 1).then(|| edition(&format!("edition {editions}")));
        let survey = desk.engine.survey(desk.run, &policy).unwrap();
        let sealed = desk.engine.seal(desk.run, &policy, new.as_ref()).unwrap();
        assert_eq!(survey, sealed);
        if let Some(recalled) = recalled {
            assert_eq!(recalled, sealed, "what is recalled is what a plan would come to");
            assert_eq!(before, desk.rows(), "and it changes nothing");
        }
        desk.engine.remember(desk.run, &source, &sealed).unwrap();
        assert_adds_up(&sealed);
        let to_send: u64 = sealed.lists.iter().map(|tally| tally.to_send).sum();
        assert_eq!(
            to_send,
            desk.count(RowState::Planned) + desk.count(RowState::Deferred)
        );
    }

    /// A run that ends in good order has an outcome for everything it announced.
    pub(super) fn end_run(&mut self, flying: &[(usize, Attempt)]) {
        for (person, attempt) in flying {
            self.desk().record(*attempt, Outcome::NotHandedOver);
            let copy = self.model.copies.get_mut(person).unwrap();
            if copy.state == RowState::Committing {
                copy.state = RowState::Planned;
                self.model.come_back(*person);
            }
        }
    }

    pub(super) fn claim(&mut self, most: usize) {
        let now = self.now();
        let claims = self.desk().claim(most);
        let eligible: Vec<usize> = self
            .model
            .copies
            .keys()
            .copied()
            .filter(|person| self.model.eligible(*person, now))
            .collect();
        assert_eq!(claims.len(), most.min(eligible.len()), "{eligible:?}");
        assert!(claims.is_sorted_by_key(|claim| (claim.attempt.number, claim.attempt.row)));
        let planned = |person: &usize| self.model.copies[person].state == RowState::Planned;
        let (taken, left): (Vec<usize>, Vec<usize>) = eligible
            .iter()
            .filter(|person| planned(person))
            .partition(|other| {
                claims
                    .iter()
                    .any(|claim| person(claim.canonical.as_str()) == **other)
            });
        let tries = |person: &usize| self.model.copies[person].attempts;
        let most_tried = taken.iter().map(tries).max();
        assert!(
            left.iter()
                .all(|person| most_tried.is_none_or(|most| most <= tries(person)))
        );
        for claim in claims {
            let person = person(claim.canonical.as_str());
            let copy = self.model.copies.get_mut(&person).unwrap();
            copy.cancelled = false;
            assert!(eligible.contains(&person));
            assert_eq!(claim.attempt.number, copy.attempts + 1);
            assert_eq!(claim.lists, copy.lists);
            assert_eq!(claim.edition, copy.edition);
            self.model.flying.push((person, claim.attempt));
            self.model.claimed_with.insert(person, claim.lists);
        }
    }

    pub(super) fn intend(&mut self, which: &[usize]) {
        let mut intents: Vec<(usize, Attempt)> = which
            .iter()
            .filter_map(|at| pick(&self.model.flying, *at).copied())
            .collect();
        intents.sort_unstable();
        intents.dedup();
        let batch = digest_cli::ledger::Batch {
            outcomes: Vec::new(),
            intents: intents.iter().map(|(_, attempt)| *attempt).collect(),
        };
        let refused = self.desk().commit(&batch);
        for (person, attempt) in intents {
            let copy = self.model.copies.get_mut(&person).unwrap();
            let unchanged = self.model.claimed_with[&person] == copy.lists;
            let granted = copy.waits() && copy.attempts + 1 == attempt.number && unchanged;
            assert_eq!(!refused.contains(&attempt), granted, "{copy:?}");
            if granted {
                copy.state = RowState::Committing;
                copy.attempts = attempt.number;
                copy.due = None;
            } else if copy.state != RowState::Committing {
                self.model.flying.retain(|(_, other)| *other != attempt);
            }
        }
    }

    #[expect(clippy::too_many_lines, reason = "a table of cases")]
    pub(super) fn end(&mut self, which: usize, end: End) {
        let now = self.now();
        let Some((person, attempt)) = pick(&self.model.flying, which).copied() else {
            return;
        };
        let announced = self.model.copies[&person].state == RowState::Committing;
        // Without an announced dot the relay cannot have taken it, nor can that be in doubt.
        let end = match end {
            End::Accepted | End::LostAfter | End::LostBefore if !announced => End::NotHandedOver,
            other => other,
        };
        self.model.flying.retain(|(_, other)| *other != attempt);
        self.desk().record(
            attempt,
            match end {
                End::Accepted => accepted(),
                End::Deferred => refused(450, "4.2.1 mailbox busy"),
                End::Rejected => refused(550, "5.1.1 no such user"),
                End::NotHandedOver => Outcome::NotHandedOver,
                End::TurnedAway => turned_away(),
                End::LostAfter | End::LostBefore => lost(),
            },
        );
        let copy = self.model.copies.get_mut(&person).unwrap();
        if !announced && !copy.waits() {
            return;
        }
        match end {
            End::Accepted => {
                copy.delivered += 1;
                self.model.accept(person, now);
            }
            End::Deferred => {
                copy.state = RowState::Deferred;
                copy.attempts = attempt.number;
                copy.due = Some(now + if attempt.number == 1 { MINUTE } else { 5 * MINUTE });
                copy.deferred_since.get_or_insert(now);
                self.model.come_back(person);
            }
            End::Rejected => {
                copy.state = RowState::Rejected;
                copy.attempts = attempt.number;
                copy.due = None;
            }
            End::TurnedAway => {
                copy.state = RowState::Planned;
                copy.attempts = attempt.number;
                copy.due = None;
                self.model.come_back(person);
            }
            End::NotHandedOver if announced => {
                copy.state = RowState::Planned;
                self.model.come_back(person);
            }
            End::NotHandedOver => {}
            End::LostAfter => {
                copy.delivered += 1;
                copy.state = RowState::InDoubt;
                self.model.unanswered.push((person, attempt));
                self.model.doubts += 1;
            }
            End::LostBefore => {
                copy.state = RowState::InDoubt;
                self.model.doubts += 1;
            }
        }
    }

    pub(super) fn late_answer(&mut self, which: usize) {
        let now = self.now();
        if let Some((person, attempt)) = pick(&self.model.unanswered, which).copied() {
            self.desk().record(attempt, accepted());
            if self.model.copies[&person].state == RowState::InDoubt {
                self.model.accept(person, now);
            }
        }
    }

    pub(super) fn stale(&mut self, person: usize) {
        let Some(copy) = self.model.copies.get(&person) else {
            return;
        };
        let ended = !matches!(copy.state, RowState::Committing | RowState::InDoubt);
        let number = if ended { copy.attempts } else { copy.attempts - 1 };
        let row = self.desk().row(&name(person)).id;
        for outcome in [
            refused(550, "5.1.1 no such user"),
            turned_away(),
            Outcome::NotHandedOver,
            lost(),
        ] {
            self.desk().record(Attempt { row, number }, outcome);
        }
        if !self.model.flying.iter().any(|(other, _)| *other == person) {
            let number = number + 1;
            assert!(!self.desk().intend(Attempt { row, number }));
        }
    }

    pub(super) fn release(&mut self, which: usize) {
        let Some((person, attempt)) = pick(&self.model.flying, which).copied() else {
            return;
        };
        if self.model.copies[&person].state != RowState::Committing {
            self.model.flying.retain(|(_, other)| *other != attempt);
            let desk = self.desk();
            desk.engine.release(desk.run, &[attempt]).unwrap();
        }
    }

    pub(super) fn cannot_be_made(&mut self, which: usize) {
        let Some((person, attempt)) = pick(&self.model.flying, which).copied() else {
            return;
        };
        if self.model.copies[&person].state == RowState::Committing {
            return;
        }
        self.model.flying.retain(|(_, other)| *other != attempt);
        let desk = self.desk();
        let reason = "cannot be rendered: `zip` is unknown".to_owned();
        desk.engine
            .suppress(desk.run, &[(attempt, reason)], desk.now)
            .unwrap();
        let copy = self.model.copies.get_mut(&person).unwrap();
        if copy.waits() {
            copy.suppress(Why::CannotBeMade);
        }
    }

    pub(super) fn retract(&mut self, person: usize) {
        let flies = self.model.flying.iter().any(|(other, _)| *other == person);
        let Some(copy) = self.model.copies.get_mut(&person).filter(|_| !flies) else {
            return;
        };
        let number = copy.attempts;
        if !self.model.cancelled {
            if matches!(copy.state, RowState::Deferred | RowState::Rejected) {
                copy.state = RowState::Planned;
                copy.due = None;
                copy.deferred_since = None;
            }
            self.model.meet(person);
        }
        let desk = self.desk();
        let row = desk.row(&name(person)).id;
        desk.engine
            .retract(desk.run, &[Attempt { row, number }], desk.now)
            .unwrap();
    }

    pub(super) fn crash(&mut self, taken: u8) {
        self.desk = self.desk.take().map(Desk::crash);
        self.model.cancelled = false;
        for (person, attempt) in std::mem::take(&mut self.model.flying) {
            let copy = self.model.copies.get_mut(&person).unwrap();
            if copy.state == RowState::Committing {
                copy.state = RowState::InDoubt;
                self.model.doubts += 1;
                if taken >> person & 1 == 1 {
                    copy.delivered += 1;
                    self.model.unanswered.push((person, attempt));
                }
            }
        }
    }

    /// The ledger is what the model is, and the promise holds.
    pub(super) fn compare(&mut self) {
        let rows = self.desk().rows();
        assert_eq!(
            rows.len(),
            self.model.copies.len(),
            "no row is lost, none made up"
        );
        let mut in_doubt = 0;
        for row in rows {
            let copy = &self.model.copies[&person(row.canonical.as_str())];
            assert_eq!(
                (row.state, row.attempts, row.due, row.edition),
                (copy.state, copy.attempts, copy.due, copy.edition),
                "{row:?} {copy:?}"
            );
            assert_eq!(
                row.state == RowState::Suppressed,
                row.reason.is_some() && copy.why.is_some()
            );
            if copy.waits() {
                assert_eq!(row.lists, copy.lists);
            }
            assert!(copy.delivered <= 1, "two copies: {row:?}");
            let told = match row.state {
                RowState::Accepted => copy.delivered == 1,
                RowState::InDoubt => true,
                _ => copy.delivered == 0,
            };
            assert!(told, "the ledger does not know of a copy: {row:?}");
            in_doubt += usize::from(row.state == RowState::InDoubt);
        }
        assert!(in_doubt <= self.model.doubts);
        let counted: u64 = self.desk().engine.counts(&issue()).unwrap().values().sum();
        assert_eq!(counted, self.model.copies.len() as u64);
    }
}
