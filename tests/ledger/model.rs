//! The ledger against a plain model of it, over random schedules of everything that can happen.
//!
//! The model holds what the ledger should, and also what the ledger cannot know: which copies the relay took. Its people are honest: they say of a copy in doubt what is
//! true. Then, whatever happens, nobody gets two copies.

use std::collections::BTreeMap;

use digest_cli::foundation::CanonicalAddress;
use digest_cli::ledger::{
    Engine, Recipient, RowFilter, RowState, Standing, Suppression, SuppressionReason, SuppressionScope,
    Verdict,
};
use digest_cli::message::{Attempt, Outcome};
use jiff::Timestamp;
use proptest::prelude::*;

use super::fixture::{
    DAY, Desk, MINUTE, accepted, assert_adds_up, edition, hash_of, issue, lost, refused, wanted,
};

const PEOPLE: usize = 5;
const LISTS: usize = 2;
const PUBLICATION: &str = "weekly.example.org";

/// One thing that happens. Numbers choose among what is there, modulo how many there are.
#[derive(Debug, Clone)]
enum Step {
    /// A person's row on a list changes: absent, wanted, pending.
    Edit {
        person: usize,
        list: usize,
        standing: u8,
    },
    /// `send` is started: lists are staged and the plan is sealed, with a new edition or the old.
    Send {
        changed: bool,
    },
    Claim {
        most: usize,
    },
    /// Claimed rows are announced.
    Intend {
        which: Vec<usize>,
    },
    /// A row in flight comes to an end.
    End {
        which: usize,
        end: End,
    },
    /// The answer to a copy in doubt comes after all.
    LateAnswer {
        which: usize,
    },
    /// Something is said again of a try that has ended, and one is announced that was never claimed.
    Stale {
        person: usize,
    },
    Release {
        which: usize,
    },
    CannotBeMade {
        which: usize,
    },
    /// The breaker takes a refusal back.
    Retract {
        person: usize,
    },
    /// The program dies. Of the copies whose dot may have been written, the relay took those whose bit is set.
    Crash {
        taken: u8,
    },
    /// A person says of every copy in doubt what is true.
    Resolve,
    Retry,
    Unsubscribe {
        person: usize,
        list: usize,
    },
    Resubscribe {
        person: usize,
    },
    Cancel,
    MakeDue,
    Expire,
    Wait {
        minutes: u64,
    },
}

/// How a try ends.
#[derive(Debug, Clone, Copy)]
enum End {
    Accepted,
    Deferred,
    Rejected,
    NotHandedOver,
    /// The dot was written and the answer lost: the relay has the copy.
    LostAfter,
    /// The same, and the relay has not.
    LostBefore,
}

/// Why a row is suppressed, as far as it decides what the next plan makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    Unwanted,
    CannotBeMade,
    Cancelled,
}

#[derive(Debug, Clone)]
struct Copy {
    state: RowState,
    why: Option<Why>,
    attempts: u32,
    due: Option<Timestamp>,
    deferred_since: Option<Timestamp>,
    edition: u32,
    lists: Vec<String>,
    /// How often the relay took it: what readers see.
    delivered: u32,
}

#[derive(Debug, Default)]
struct Model {
    /// For each person and list: what the list says; none where they are not on it.
    lists: BTreeMap<(usize, usize), Standing>,
    /// For each person: the lists they unsubscribed from.
    unsubscribed: BTreeMap<usize, Vec<usize>>,
    copies: BTreeMap<usize, Copy>,
    /// What the run has claimed or announced.
    flying: Vec<(usize, Attempt)>,
    /// Tries in doubt whose copy the relay has.
    unanswered: Vec<(usize, Attempt)>,
    first_copy: Option<Timestamp>,
    editions: u32,
    /// How many copies may at most have come into doubt.
    doubts: usize,
}

impl Model {
    fn wish(&self, person: usize) -> Option<Vec<String>> {
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

    fn seal(&mut self, changed: bool, now: Timestamp) {
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

    fn eligible(&self, person: usize, now: Timestamp) -> bool {
        let flying = self.flying.iter().any(|(other, _)| *other == person);
        let copy = &self.copies[&person];
        let ready = match copy.state {
            RowState::Planned => true,
            RowState::Deferred => copy.due.is_some_and(|due| due <= now),
            _ => false,
        };
        ready && !flying
    }

    fn accept(&mut self, person: usize, now: Timestamp) {
        self.first_copy.get_or_insert(now);
        if let Some(copy) = self.copies.get_mut(&person) {
            copy.state = RowState::Accepted;
            copy.due = None;
        }
    }
}

impl Copy {
    fn suppress(&mut self, why: Why) {
        self.state = RowState::Suppressed;
        self.why = Some(why);
        self.due = None;
    }

    fn waits(&self) -> bool {
        matches!(self.state, RowState::Planned | RowState::Deferred)
    }
}

/// The ledger and the model, side by side.
struct Both {
    desk: Option<Desk>,
    model: Model,
}

impl Both {
    fn desk(&mut self) -> &mut Desk {
        self.desk.as_mut().unwrap()
    }

    fn now(&self) -> Timestamp {
        self.desk.as_ref().unwrap().now
    }

    fn step(&mut self, step: &Step) {
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

    fn send(&mut self, changed: bool) {
        let flying = std::mem::take(&mut self.model.flying);
        self.end_run(&flying);
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
        self.model.seal(changed, self.desk.as_ref().unwrap().now);
        let editions = self.model.editions;
        let desk = self.desk();
        desk.again();
        for chunk in rows.chunks(3) {
            desk.engine.plan(desk.run, chunk).unwrap();
        }
        let policy = desk.policy();
        let new = (changed || editions == 1).then(|| edition(&format!("edition {editions}")));
        let survey = desk.engine.survey(desk.run, &policy).unwrap();
        let sealed = desk.engine.seal(desk.run, &policy, new.as_ref()).unwrap();
        assert_eq!(survey, sealed);
        assert_adds_up(&sealed);
        let to_send: u64 = sealed.lists.iter().map(|tally| tally.to_send).sum();
        assert_eq!(
            to_send,
            desk.count(RowState::Planned) + desk.count(RowState::Deferred)
        );
    }

    /// A run that ends in good order has an outcome for everything it announced.
    fn end_run(&mut self, flying: &[(usize, Attempt)]) {
        for (person, attempt) in flying {
            self.desk().record(*attempt, Outcome::NotHandedOver);
            let copy = self.model.copies.get_mut(person).unwrap();
            if copy.state == RowState::Committing {
                copy.state = RowState::Planned;
            }
        }
    }

    fn claim(&mut self, most: usize) {
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
        assert!(claims.is_sorted_by_key(|claim| claim.attempt.row));
        for claim in claims {
            let person = person(claim.canonical.as_str());
            let copy = &self.model.copies[&person];
            assert!(eligible.contains(&person));
            assert_eq!(claim.attempt.number, copy.attempts + 1);
            assert_eq!(claim.lists, copy.lists);
            assert_eq!(claim.edition, copy.edition);
            self.model.flying.push((person, claim.attempt));
        }
    }

    fn intend(&mut self, which: &[usize]) {
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
            let granted = copy.waits() && copy.attempts + 1 == attempt.number;
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

    fn end(&mut self, which: usize, end: End) {
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
            }
            End::Rejected => {
                copy.state = RowState::Rejected;
                copy.attempts = attempt.number;
                copy.due = None;
            }
            End::NotHandedOver if announced => copy.state = RowState::Planned,
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

    fn late_answer(&mut self, which: usize) {
        let now = self.now();
        if let Some((person, attempt)) = pick(&self.model.unanswered, which).copied() {
            self.desk().record(attempt, accepted());
            if self.model.copies[&person].state == RowState::InDoubt {
                self.model.accept(person, now);
            }
        }
    }

    fn stale(&mut self, person: usize) {
        let Some(copy) = self.model.copies.get(&person) else {
            return;
        };
        let ended = !matches!(copy.state, RowState::Committing | RowState::InDoubt);
        let number = if ended { copy.attempts } else { copy.attempts - 1 };
        let row = self.desk().row(&name(person)).id;
        for outcome in [refused(550, "5.1.1 no such user"), Outcome::NotHandedOver, lost()] {
            self.desk().record(Attempt { row, number }, outcome);
        }
        if !self.model.flying.iter().any(|(other, _)| *other == person) {
            let number = number + 1;
            assert!(!self.desk().intend(Attempt { row, number }));
        }
    }

    fn release(&mut self, which: usize) {
        let Some((person, attempt)) = pick(&self.model.flying, which).copied() else {
            return;
        };
        if self.model.copies[&person].state != RowState::Committing {
            self.model.flying.retain(|(_, other)| *other != attempt);
            let desk = self.desk();
            desk.engine.release(desk.run, &[attempt]).unwrap();
        }
    }

    fn cannot_be_made(&mut self, which: usize) {
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

    fn retract(&mut self, person: usize) {
        let flies = self.model.flying.iter().any(|(other, _)| *other == person);
        let Some(copy) = self.model.copies.get_mut(&person).filter(|_| !flies) else {
            return;
        };
        if matches!(copy.state, RowState::Deferred | RowState::Rejected) {
            copy.state = RowState::Planned;
            copy.due = None;
            copy.deferred_since = None;
        }
        let number = copy.attempts;
        let desk = self.desk();
        let row = desk.row(&name(person)).id;
        desk.engine
            .retract(desk.run, &[Attempt { row, number }], desk.now)
            .unwrap();
    }

    fn crash(&mut self, taken: u8) {
        self.desk = self.desk.take().map(Desk::crash);
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

    fn resolve(&mut self) {
        let now = self.now();
        for person in 0..PEOPLE {
            let Some(copy) = self.model.copies.get_mut(&person) else {
                continue;
            };
            let arrived = copy.delivered > 0;
            let verdict = if arrived {
                Verdict::Delivered
            } else {
                Verdict::NotDelivered
            };
            let doubtful = copy.state == RowState::InDoubt;
            if doubtful && arrived {
                self.model.accept(person, now);
            } else if doubtful {
                copy.state = RowState::Planned;
                copy.edition = self.model.editions;
                copy.deferred_since = None;
            }
            assert_eq!(self.settle(person, verdict), u64::from(doubtful));
        }
    }

    fn retry(&mut self) {
        for person in 0..PEOPLE {
            let Some(copy) = self.model.copies.get_mut(&person) else {
                continue;
            };
            let fits = matches!(copy.state, RowState::Rejected | RowState::Expired);
            if fits {
                copy.state = RowState::Planned;
                copy.edition = self.model.editions;
                copy.deferred_since = None;
            }
            assert_eq!(self.settle(person, Verdict::Retry), u64::from(fits));
        }
    }

    fn settle(&mut self, person: usize, verdict: Verdict) -> u64 {
        let desk = self.desk();
        let filter = RowFilter {
            addresses: vec![CanonicalAddress::stored(name(person))],
            ..RowFilter::default()
        };
        desk.engine
            .settle(&issue(), &filter, verdict, "anna", desk.now)
            .unwrap()
    }

    fn unsubscribe(&mut self, person: usize, list: usize) {
        let lists = self.model.unsubscribed.entry(person).or_default();
        lists.push(list);
        if let Some(copy) = self.model.copies.get_mut(&person).filter(|copy| copy.waits()) {
            copy.lists.retain(|name| *name != list_name(list));
            if copy.lists.is_empty() {
                copy.suppress(Why::Unwanted);
            }
        }
        let entry = Suppression {
            canonical: Some(CanonicalAddress::stored(name(person))),
            hash: hash_of(&name(person)),
            scope: SuppressionScope::List(list_name(list)),
            reason: SuppressionReason::Unsubscribed,
            since: self.now(),
        };
        self.desk()
            .engine
            .add_suppressions(PUBLICATION, &[entry])
            .unwrap();
    }

    fn resubscribe(&mut self, person: usize) {
        self.model.unsubscribed.remove(&person);
        let hash = hash_of(&name(person));
        self.desk()
            .engine
            .lift_suppressions(PUBLICATION, &hash, &SuppressionScope::All)
            .unwrap();
    }

    fn cancel(&mut self) {
        let waiting = self.model.copies.values_mut().filter(|copy| copy.waits());
        let cancelled = waiting.map(|copy| copy.suppress(Why::Cancelled)).count();
        let desk = self.desk();
        let rows = desk.engine.cancel(&issue(), "anna", desk.now).unwrap();
        assert_eq!(rows, cancelled as u64);
    }

    fn make_due(&mut self) {
        let now = self.now();
        for copy in self.model.copies.values_mut() {
            copy.due = copy.due.map(|due| due.min(now));
        }
        let desk = self.desk();
        desk.engine.make_due(desk.run, now).unwrap();
    }

    fn expire(&mut self) {
        let now = self.now();
        let before = now - 2 * DAY;
        let mut expired = 0;
        for copy in self.model.copies.values_mut() {
            let late = copy.deferred_since.is_some_and(|since| since < before);
            if copy.state == RowState::Deferred && late {
                copy.state = RowState::Expired;
                copy.due = None;
                expired += 1;
            }
        }
        let desk = self.desk();
        assert_eq!(desk.engine.expire(desk.run, before, now).unwrap(), expired);
    }

    /// The ledger is what the model is, and the promise holds.
    fn compare(&mut self) {
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

fn name(person: usize) -> String {
    format!("p{person}@example.org")
}

fn person(address: &str) -> usize {
    address[1..2].parse().unwrap()
}

fn list_name(list: usize) -> String {
    format!("list{list}")
}

fn pick<T>(from: &[T], which: usize) -> Option<&T> {
    from.get(which.checked_rem(from.len())?)
}

fn any_step() -> impl Strategy<Value = Step> {
    let person = 0..PEOPLE;
    let end = prop_oneof![
        4 => Just(End::Accepted),
        3 => Just(End::Deferred),
        1 => Just(End::Rejected),
        1 => Just(End::NotHandedOver),
        1 => Just(End::LostAfter),
        1 => Just(End::LostBefore),
    ];
    prop_oneof![
        4 => (person.clone(), 0..LISTS, 0..6_u8).prop_map(|(person, list, standing)| Step::Edit { person, list, standing }),
        4 => prop::bool::weighted(0.2).prop_map(|changed| Step::Send { changed }),
        8 => (1..5_usize).prop_map(|most| Step::Claim { most }),
        8 => prop::collection::vec(0..8_usize, 1..4).prop_map(|which| Step::Intend { which }),
        10 => (0..8_usize, end).prop_map(|(which, end)| Step::End { which, end }),
        2 => (0..8_usize).prop_map(|which| Step::LateAnswer { which }),
        2 => person.clone().prop_map(|person| Step::Stale { person }),
        1 => (0..8_usize).prop_map(|which| Step::Release { which }),
        1 => (0..8_usize).prop_map(|which| Step::CannotBeMade { which }),
        1 => person.clone().prop_map(|person| Step::Retract { person }),
        2 => any::<u8>().prop_map(|taken| Step::Crash { taken }),
        2 => Just(Step::Resolve),
        1 => Just(Step::Retry),
        1 => (person.clone(), 0..LISTS).prop_map(|(person, list)| Step::Unsubscribe { person, list }),
        1 => person.prop_map(|person| Step::Resubscribe { person }),
        1 => Just(Step::Cancel),
        1 => Just(Step::MakeDue),
        2 => Just(Step::Expire),
        3 => prop_oneof![0..10_u64, 0..9000_u64].prop_map(|minutes| Step::Wait { minutes }),
    ]
}

/// `DIGEST_SOAK_CASES=1000000` runs as many schedules.
#[expect(
    clippy::disallowed_methods,
    reason = "how long a test runs is asked of the environment"
)]
fn cases() -> u32 {
    std::env::var("DIGEST_SOAK_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(24)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_nobody_gets_two_copies_and_nobody_is_lost(
        people in prop::collection::vec(0..4_u8, PEOPLE),
        steps in prop::collection::vec(any_step(), 1..60),
    ) {
        let mut both = Both { desk: Some(Desk::new()), model: Model::default() };
        for (person, list) in people.into_iter().enumerate() {
            let list = usize::from(list);
            if list < LISTS {
                both.model.lists.insert((person, list), Standing::Wanted);
            }
        }
        both.step(&Step::Send { changed: false });
        for step in &steps {
            both.step(step);
            both.compare();
        }
    }
}
