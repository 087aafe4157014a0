//! The thread that owns the ledger.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use super::group::{Committing, Group};
use super::ledger_handle::LedgerHandle;
use super::orders::{Order, Orders, Work};
use super::terms::Terms;
use super::{Batch, Engine, LedgerError};
use crate::foundation::Clock;
use crate::message::{Attempt, JournalFault, Outcome};

/// How long intents and outcomes wait for somebody who waits for an intent.
const LINGER: Duration = Duration::from_millis(3);

/// How many intents and outcomes share a commit at most.
const MOST: usize = 1024;

/// A thread of its own for an engine: its calls wait for the disk, which no connection's task must do.
pub struct LedgerThread {
    engine: Box<dyn Engine>,
    clock: Clock,
    fault: Arc<OnceLock<JournalFault>>,
    group: Group,
    /// Calls that can wait until it is committed.
    asides: Vec<Work>,
    /// Outcomes whose commit failed.
    unwritten: Vec<(Arc<Terms>, Attempt, Outcome)>,
}

impl LedgerThread {
    /// Moves an engine to a thread of its own. Fails where the system gives no thread.
    pub fn spawn(engine: Box<dyn Engine>, clock: Clock) -> Result<LedgerHandle, LedgerError> {
        let orders = Arc::new(Orders::default());
        let taken = Taken(Arc::clone(&orders));
        let fault = Arc::new(OnceLock::new());
        let this = Self {
            engine,
            clock,
            fault: Arc::clone(&fault),
            group: Group::default(),
            asides: Vec::new(),
            unwritten: Vec::new(),
        };
        let thread = std::thread::Builder::new()
            .name("ledger".to_owned())
            .spawn(move || this.serve(&taken))
            .map_err(|error| LedgerError::Unwritable(format!("the system gives no thread: {error}")))?;
        Ok(LedgerHandle::new(orders, thread, fault))
    }

    /// Takes orders until the last handle is gone, and commits what it took. [`Orders`] keeps them until somebody waits for one, or enough have come, or they have lain for a
    /// while: that makes groups as large as they can be without holding up anybody.
    fn serve(mut self, Taken(orders): &Taken) {
        while let Some(taken) = orders.next(LINGER) {
            self.take_all(taken);
            self.commit_all();
            for work in std::mem::take(&mut self.asides) {
                work(&mut *self.engine);
            }
        }
        // Whoever wanted to hear of a failure has flushed.
        let _ = self.flush();
    }

    fn take_all(&mut self, orders: Vec<Order>) {
        for order in orders {
            self.take(order);
            if self.group.len() >= MOST {
                self.commit();
            }
        }
    }

    fn take(&mut self, order: Order) {
        match order {
            Order::Call(work) => {
                self.commit_all();
                work(&mut *self.engine);
            }
            Order::Aside(work) => self.asides.push(work),
            Order::Intend {
                terms,
                attempt,
                answer,
            } => {
                if !self.group.fits(&terms) {
                    self.commit_all();
                }
                if let Some(fault) = self.fault.get() {
                    let _ = answer.send(Err(fault.clone()));
                } else {
                    self.group.intend(&terms, attempt, answer);
                }
            }
            Order::Record {
                terms,
                attempt,
                outcome,
            } => {
                // A batch's outcomes are applied before its intents; one that came after the intent of its row belongs into the next.
                if !self.group.fits(&terms) || self.group.intends(attempt.row) {
                    self.commit_all();
                }
                if self.fault.get().is_some() {
                    self.unwritten.push((terms, attempt, outcome));
                } else {
                    self.group.record(&terms, attempt, outcome);
                }
            }
            Order::Flush(answer) => {
                let flushed = self.flush();
                let _ = answer.send(flushed);
            }
        }
    }

    fn flush(&mut self) -> Result<(), JournalFault> {
        self.commit_all();
        while let Some((terms, ..)) = self.unwritten.first() {
            let terms = Arc::clone(terms);
            let same = |other: &Arc<Terms>| other.run == terms.run;
            let batch = Batch {
                outcomes: self
                    .unwritten
                    .iter()
                    .filter(|(other, ..)| same(other))
                    .map(|(_, attempt, outcome)| (*attempt, outcome.clone()))
                    .collect(),
                intents: Vec::new(),
            };
            self.engine
                .commit(terms.run, &batch, self.clock.now(), &terms.retry_delays)
                .map_err(|error| JournalFault(error.to_string()))?;
            self.unwritten.retain(|(other, ..)| !same(other));
        }
        Ok(())
    }

    /// Commits until nothing is left: intents that nobody waits for any more leave outcomes behind.
    fn commit_all(&mut self) {
        while !self.group.is_empty() {
            self.commit();
        }
    }

    fn commit(&mut self) {
        let group = std::mem::take(&mut self.group);
        let Some(Committing {
            terms,
            batch,
            waiting,
        }) = group.into_batch()
        else {
            return;
        };
        let committed = self
            .engine
            .commit(terms.run, &batch, self.clock.now(), &terms.retry_delays);
        match committed {
            Ok(refused) => {
                for (attempt, answer) in waiting {
                    let granted = !refused.contains(&attempt);
                    // Who asked is gone and has not heard the answer: no dot will be written.
                    if answer.send(Ok(granted)).is_err() && granted {
                        self.group.record(&terms, attempt, Outcome::NotHandedOver);
                    }
                }
            }
            Err(error) => {
                let fault = self.fault.get_or_init(|| JournalFault(error.to_string()));
                for (_, answer) in waiting {
                    let _ = answer.send(Err(fault.clone()));
                }
                let lost = batch.outcomes.into_iter();
                self.unwritten
                    .extend(lost.map(|(attempt, outcome)| (Arc::clone(&terms), attempt, outcome)));
            }
        }
    }
}

/// The orders, in the hands of the thread: when it ends, however it ends, nobody waits for it any more.
struct Taken(Arc<Orders>);

impl Drop for Taken {
    fn drop(&mut self) {
        self.0.abandon();
    }
}
