//! What the ledger's thread is to do.

use std::fmt;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::oneshot;

use super::Engine;
use super::group::Answer;
use super::terms::Terms;
use crate::message::{Attempt, JournalFault, Outcome};

/// A call of the engine, with its answer sent from within.
pub(super) type Work = Box<dyn FnOnce(&mut dyn Engine) + Send>;

/// Something for the thread to do. Orders are taken one after the other, as they came; asides last.
pub(super) enum Order {
    /// Any other call of the engine.
    Call(Work),
    /// The same for who does not wait for it yet: carried out once what came with it is committed, so that it holds up no intent and cuts no group in two.
    Aside(Work),
    /// [`Journal::intend`](crate::message::Journal::intend).
    Intend {
        terms: Arc<Terms>,
        attempt: Attempt,
        answer: Answer,
    },
    /// [`Journal::record`](crate::message::Journal::record).
    Record {
        terms: Arc<Terms>,
        attempt: Attempt,
        outcome: Outcome,
    },
    /// Everything told so far is to be durable.
    Flush(oneshot::Sender<Result<(), JournalFault>>),
}

/// Orders on their way to the thread, in the order they came.
///
/// Intents and outcomes come by the ten thousand a second, and a commit costs as much as recording a dozen of them. So they lie until somebody [waits](Orders::hurry) for one,
/// so many intents have come that a commit is worth it, or some milliseconds have passed.
#[derive(Debug, Default)]
pub(super) struct Orders {
    state: Mutex<State>,
    wake: Condvar,
}

#[derive(Debug, Default)]
struct State {
    waiting: Vec<Order>,
    /// How many of them are intents.
    intents: usize,
    /// They are to be taken now.
    pressing: bool,
    sleep: Sleep,
    way: Way,
}

/// What wakes the thread. To wake one that is awake costs a call of the system for nothing.
#[derive(Debug, Default, PartialEq, Eq)]
enum Sleep {
    #[default]
    Awake,
    /// Any order.
    Light,
    /// A pressing one.
    Deep,
}

#[derive(Debug, Default, PartialEq, Eq)]
enum Way {
    #[default]
    Open,
    /// Nobody can order any more.
    Closed,
    /// Nobody takes orders any more.
    Abandoned,
}

impl Orders {
    /// Adds an order; `false` where nobody will take it.
    pub(super) fn give(&self, order: Order) -> bool {
        let mut state = self.lock();
        if state.way == Way::Abandoned {
            return false;
        }
        state.add(order);
        let wakes = match state.sleep {
            Sleep::Awake => false,
            Sleep::Light => true,
            Sleep::Deep => state.pressing,
        };
        if wakes {
            state.sleep = Sleep::Awake;
        }
        drop(state);
        if wakes {
            self.wake.notify_one();
        }
        true
    }

    /// Somebody waits for the answer to an intent. Where it has been taken already, that is on its way.
    pub(super) fn hurry(&self, wanted: Attempt) {
        let is_wanted = |order: &Order| matches!(order, Order::Intend { attempt, .. } if *attempt == wanted);
        let mut state = self.lock();
        if state.pressing || !state.waiting.iter().rev().any(is_wanted) {
            return;
        }
        state.pressing = true;
        let wakes = state.sleep != Sleep::Awake;
        if wakes {
            state.sleep = Sleep::Awake;
        }
        drop(state);
        if wakes {
            self.wake.notify_one();
        }
    }

    /// Waits until there are orders, and then for a pressing one, but no longer than `patience`; takes them all. `None` once nobody can order any more.
    pub(super) fn next(&self, patience: Duration) -> Option<Vec<Order>> {
        let mut state = self.lock();
        state.sleep = Sleep::Light;
        let idle = |state: &mut State| state.waiting.is_empty() && state.way == Way::Open;
        let state = self.wake.wait_while(state, idle);
        let mut state = state.unwrap_or_else(PoisonError::into_inner);
        state.sleep = Sleep::Deep;
        let calm = |state: &mut State| !state.pressing && state.way == Way::Open;
        let waited = self.wake.wait_timeout_while(state, patience, calm);
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        let taken = state.take();
        (!taken.is_empty()).then_some(taken)
    }

    /// No more orders will come: the thread is not to wait for any.
    pub(super) fn close(&self) {
        self.lock().way = Way::Closed;
        self.wake.notify_one();
    }

    /// Takes no more orders. Who waits for one to be carried out hears that nobody will.
    pub(super) fn abandon(&self) {
        let mut state = self.lock();
        state.way = Way::Abandoned;
        let left = state.take();
        drop(state);
        drop(left);
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn add(&mut self, order: Order) {
        self.pressing |= match &order {
            Order::Call(_) | Order::Flush(_) => true,
            Order::Record { .. } | Order::Aside(_) => false,
            Order::Intend { terms, .. } => {
                self.intents += 1;
                self.intents >= terms.worth_a_commit
            }
        };
        self.waiting.push(order);
    }

    fn take(&mut self) -> Vec<Order> {
        self.sleep = Sleep::Awake;
        self.pressing = false;
        self.intents = 0;
        std::mem::take(&mut self.waiting)
    }
}

impl fmt::Debug for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Call(_) => "Call",
            Self::Aside(_) => "Aside",
            Self::Intend { .. } => "Intend",
            Self::Record { .. } => "Record",
            Self::Flush(_) => "Flush",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Run;
    use crate::message::Outcome;

    const LONG: Duration = Duration::from_hours(1);

    fn attempt(row: i64) -> Attempt {
        Attempt { row, number: 1 }
    }

    fn terms(worth_a_commit: usize) -> Arc<Terms> {
        Arc::new(Terms {
            run: Run(1),
            retry_delays: Vec::new(),
            worth_a_commit,
        })
    }

    fn intend(orders: &Orders, terms: &Arc<Terms>, row: i64) {
        let (answer, _) = oneshot::channel();
        let (terms, attempt) = (Arc::clone(terms), attempt(row));
        assert!(orders.give(Order::Intend {
            terms,
            attempt,
            answer
        }));
    }

    fn record(orders: &Orders, terms: &Arc<Terms>, row: i64) {
        let (terms, attempt) = (Arc::clone(terms), attempt(row));
        let outcome = Outcome::NotHandedOver;
        assert!(orders.give(Order::Record {
            terms,
            attempt,
            outcome
        }));
    }

    fn presses(orders: &Orders) -> bool {
        orders.lock().pressing
    }

    #[test]
    fn intents_lie_until_there_are_so_many_that_a_commit_is_worth_it() {
        let (orders, terms) = (Orders::default(), terms(3));
        for row in 1..=9 {
            record(&orders, &terms, row);
        }
        intend(&orders, &terms, 10);
        intend(&orders, &terms, 11);
        assert!(!presses(&orders));
        intend(&orders, &terms, 12);
        assert!(presses(&orders));
        assert_eq!(orders.next(LONG).map(|taken| taken.len()), Some(12));
        intend(&orders, &terms, 13);
        assert!(!presses(&orders), "what was taken counts no more");
    }

    #[test]
    fn of_calls_those_that_can_wait_lie_too() {
        let orders = Orders::default();
        assert!(orders.give(Order::Aside(Box::new(|_| {}))));
        assert!(!presses(&orders));
        assert!(orders.give(Order::Call(Box::new(|_| {}))));
        assert!(presses(&orders));
    }

    #[test]
    fn an_intent_that_somebody_waits_for_takes_all_others_with_it() {
        let (orders, terms) = (Orders::default(), terms(100));
        for row in 1..=5 {
            intend(&orders, &terms, row);
        }
        orders.hurry(attempt(6));
        assert!(!presses(&orders), "it is being carried out, or is none of ours");
        orders.hurry(attempt(2));
        assert_eq!(orders.next(LONG).map(|taken| taken.len()), Some(5));
    }

    #[test]
    fn who_waits_wakes_the_thread_that_lets_intents_lie() {
        let (orders, terms) = (Orders::default(), terms(100));
        std::thread::scope(|scope| {
            let taken = scope.spawn(|| orders.next(LONG));
            intend(&orders, &terms, 1);
            while orders.lock().sleep != Sleep::Deep {
                std::thread::yield_now();
            }
            orders.hurry(attempt(1));
            assert_eq!(taken.join().unwrap().map(|taken| taken.len()), Some(1));
        });
    }
}
