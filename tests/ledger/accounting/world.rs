//! The program's connections, the relay, and the ledger between its lives.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use digest_cli::ledger::{Batch, Engine, RowFilter, RowState, Run, SqliteEngine, Verdict};
use digest_cli::message::{Attempt, Outcome};
use digest_cli::publication::Durability;
use jiff::Timestamp;

use super::expected::{self, Expected, person};
use super::step::{Fate, Step};
use super::template::{PEOPLE, lay_down, open};
use crate::ledger::fixture::{DAY, MINUTE, accepted, issue, lost, refused};

/// How far a copy that a connection has drawn is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leave {
    Asked,
    Granted,
    /// The final dot is written, and this will be the answer.
    Dotted(Fate),
}

/// Copies for which leave was asked, the oldest first: that one is under way, the others were asked for ahead.
type Open = VecDeque<(Attempt, Leave)>;

pub(super) struct World {
    pub(super) path: PathBuf,
    durability: Durability,
    /// There while the program lives.
    engine: Option<(SqliteEngine, Run)>,
    pub(super) now: Timestamp,
    ahead: usize,
    connections: Vec<Open>,
    claimed: VecDeque<Attempt>,
    /// What waits for the next commit.
    waiting: Batch,
    pub(super) rows: Vec<Expected>,
    /// How many copies the relay took for each person: what readers see.
    pub(super) taken: Vec<u32>,
}

impl World {
    pub(super) fn new(folder: &Path, durability: Durability, connections: usize, ahead: usize) -> Self {
        let path = lay_down(folder);
        let now = "2026-02-05T08:00:00Z".parse().unwrap();
        Self {
            engine: Some(open(&path, now, durability)),
            path,
            durability,
            now,
            ahead,
            connections: vec![Open::new(); connections],
            claimed: VecDeque::new(),
            waiting: Batch::default(),
            rows: vec![Expected::NEW; PEOPLE.into()],
            taken: vec![0; PEOPLE.into()],
        }
    }

    pub(super) fn step(&mut self, step: Step) {
        match step {
            Step::Draw { connection } => self.draw(connection),
            Step::Commit => self.commit(),
            Step::Dot { connection, fate } => self.dot(connection, fate),
            Step::Answer { connection } => self.answer(connection),
            Step::Refuse { connection, for_good } => self.refuse(connection, for_good),
            Step::Lose { connection, taken } => self.lose(connection, taken),
            Step::Crash { durable, taken } => self.crash(durable, taken),
            Step::Restart => self.restart(),
            Step::Wait { minutes } => self.now += std::time::Duration::from_mins(minutes),
        }
    }

    /// How many copies a crash may leave in doubt.
    pub(super) fn bound(&self) -> usize {
        (1 + self.ahead) * self.connections.len()
    }

    /// Whether a person's copy was handed over and its answer is awaited: the relay may have it.
    pub(super) fn is_awaited(&self, wanted: usize) -> bool {
        let mut open = self.connections.iter().flatten();
        open.any(|(attempt, leave)| matches!(leave, Leave::Dotted(_)) && person(*attempt) == wanted)
    }

    fn ledger(&mut self) -> (&mut SqliteEngine, Run) {
        let (engine, run) = self.engine.as_mut().unwrap();
        (engine, *run)
    }

    fn connection(&mut self, number: usize) -> &mut Open {
        let number = number % self.connections.len();
        &mut self.connections[number]
    }

    fn draw(&mut self, connection: usize) {
        if self.claimed.is_empty() {
            // As on the ledger's thread: what it was told before is durable before it does anything else.
            self.commit();
            self.claim(3);
        }
        self.draw_claimed(connection);
    }

    /// A connection takes a copy, where one is claimed already.
    pub(super) fn draw_claimed(&mut self, connection: usize) {
        let room = 1 + self.ahead;
        if self.connection(connection).len() < room
            && let Some(attempt) = self.claimed.pop_front()
        {
            self.waiting.intents.push(attempt);
            self.connection(connection).push_back((attempt, Leave::Asked));
        }
    }

    pub(super) fn claim(&mut self, most: usize) {
        let now = self.now;
        let (engine, run) = self.ledger();
        for claim in engine.claim(run, most, now).unwrap() {
            let row = &self.rows[person(claim.attempt)];
            assert!(row.can_be_claimed(now), "{row:?}");
            assert_eq!(claim.attempt.number, row.attempts + 1);
            self.claimed.push_back(claim.attempt);
        }
    }

    pub(super) fn commit(&mut self) {
        let batch = std::mem::take(&mut self.waiting);
        let now = self.now;
        let (engine, run) = self.ledger();
        let refused = engine.commit(run, &batch, now, &[MINUTE, 5 * MINUTE]).unwrap();
        assert!(refused.is_empty(), "{refused:?}");
        expected::commit(&mut self.rows, &batch, now);
        for (_, leave) in self.connections.iter_mut().flatten() {
            if *leave == Leave::Asked {
                *leave = Leave::Granted;
            }
        }
    }

    fn dot(&mut self, connection: usize, fate: Fate) {
        if let Some((_, leave @ Leave::Granted)) = self.connection(connection).front_mut() {
            *leave = Leave::Dotted(fate);
        }
    }

    fn answer(&mut self, connection: usize) {
        let Some((attempt, Leave::Dotted(fate))) = self.connection(connection).front().copied() else {
            return;
        };
        self.connection(connection).pop_front();
        let outcome = match fate {
            Fate::Takes => accepted(),
            Fate::Defers => refused(451, "4.7.1 later"),
            Fate::Rejects => refused(554, "5.6.0 not this"),
        };
        self.taken[person(attempt)] += u32::from(fate == Fate::Takes);
        self.waiting.outcomes.push((attempt, outcome));
    }

    fn refuse(&mut self, connection: usize, for_good: bool) {
        // One whose leave has not come yet is refused before the ledger has heard of it, and its intent is not wanted any more.
        let Some((attempt, Leave::Asked | Leave::Granted)) = self.connection(connection).front().copied()
        else {
            return;
        };
        self.connection(connection).pop_front();
        self.waiting.intents.retain(|intent| *intent != attempt);
        let outcome = if for_good {
            refused(550, "5.1.1 unknown")
        } else {
            refused(450, "4.2.1 later")
        };
        self.waiting.outcomes.push((attempt, outcome));
    }

    fn lose(&mut self, connection: usize, taken: bool) {
        for (attempt, leave) in std::mem::take(self.connection(connection)) {
            let outcome = if matches!(leave, Leave::Dotted(_)) {
                self.taken[person(attempt)] += u32::from(taken);
                lost()
            } else {
                Outcome::NotHandedOver
            };
            self.waiting.intents.retain(|intent| *intent != attempt);
            self.waiting.outcomes.push((attempt, outcome));
        }
    }

    fn crash(&mut self, durable: bool, taken: u8) {
        if durable {
            self.commit();
        }
        let bound = self.bound();
        for (attempt, leave) in self.connections.iter_mut().flat_map(std::mem::take) {
            let person = person(attempt);
            let took = matches!(leave, Leave::Dotted(_)) && taken >> person & 1 == 1;
            self.taken[person] += u32::from(took);
        }
        self.waiting = Batch::default();
        self.claimed.clear();
        let doubts = expected::crash(&mut self.rows);
        assert!(doubts <= bound, "{doubts} in doubt, and at most {bound} may be");
        self.start();
    }

    fn start(&mut self) {
        drop(self.engine.take());
        self.engine = Some(open(&self.path, self.now, self.durability));
        self.compare();
    }

    fn restart(&mut self) {
        for connection in 0..self.connections.len() {
            self.answer(connection);
            self.lose(connection, false);
        }
        self.commit();
        let unasked: Vec<Attempt> = self.claimed.drain(..).collect();
        let (engine, run) = self.ledger();
        engine.release(run, &unasked).unwrap();
        engine.close(run).unwrap();
        self.start();
    }

    /// The ledger says what the reference says, and knows of every copy that the relay took.
    fn compare(&mut self) {
        let (engine, _) = self.ledger();
        let found = engine.rows(&issue(), &RowFilter::default(), 0, 1000).unwrap();
        assert_eq!(found.len(), self.rows.len(), "no row is lost, none made up");
        for ((row, expected), taken) in found.iter().zip(&self.rows).zip(&self.taken) {
            let told = Expected {
                state: row.state,
                attempts: row.attempts,
                due: row.due,
            };
            assert_eq!(told, *expected, "{}", row.canonical);
            assert!(*taken <= 1, "two copies for {}", row.canonical);
            let true_to_it = match row.state {
                RowState::Accepted => *taken == 1,
                RowState::InDoubt => true,
                _ => *taken == 0,
            };
            assert!(
                true_to_it,
                "{} is {}, and the relay took {taken}",
                row.canonical, row.state
            );
        }
    }

    /// Nothing goes wrong any more: the send ends, a person settles the doubts truthfully, and the next send ends too.
    pub(super) fn finish(mut self) {
        self.restart();
        self.send_the_rest();
        for (verdict, arrived) in [(Verdict::Delivered, 1), (Verdict::NotDelivered, 0)] {
            self.settle(verdict, arrived);
        }
        self.send_the_rest();
        for (row, taken) in self.rows.iter().zip(&self.taken) {
            let expected = u32::from(row.state == RowState::Accepted);
            assert!(
                matches!(row.state, RowState::Accepted | RowState::Rejected),
                "{row:?}"
            );
            assert_eq!(*taken, expected, "{row:?}");
        }
    }

    fn send_the_rest(&mut self) {
        self.now += DAY;
        let everyone = self.rows.len();
        for connection in 0..everyone {
            self.draw(connection);
            self.commit();
            self.dot(connection, Fate::Takes);
            self.answer(connection);
        }
        self.commit();
        self.compare();
        let left = self
            .rows
            .iter()
            .filter(|row| row.can_be_claimed(self.now))
            .count();
        assert_eq!(left, 0, "{:?}", self.rows);
    }

    fn settle(&mut self, verdict: Verdict, arrived: u32) {
        let in_doubt = (0..self.rows.len())
            .filter(|at| self.rows[*at].state == RowState::InDoubt && self.taken[*at] == arrived);
        let people: Vec<usize> = in_doubt.collect();
        if people.is_empty() {
            return;
        }
        let addresses = people.iter().map(|at| format!("r{at}@example.org"));
        let filter = RowFilter {
            addresses: addresses
                .map(digest_cli::foundation::CanonicalAddress::stored)
                .collect(),
            ..RowFilter::default()
        };
        let now = self.now;
        let (engine, _) = self.ledger();
        let settled = engine.settle(&issue(), &filter, verdict, "ann", now).unwrap();
        assert_eq!(settled, people.len() as u64);
        for person in people {
            self.rows[person].state = match verdict {
                Verdict::Delivered => RowState::Accepted,
                Verdict::NotDelivered | Verdict::Retry => RowState::Planned,
            };
        }
    }
}
